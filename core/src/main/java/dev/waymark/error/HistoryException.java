package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The code, the database's history and what was asked for do not fit together. Nothing has been run. */
public abstract sealed class HistoryException extends MigrationException
        permits AmbiguousTargetException,
                ChangedRevisionException,
                ChangedStatementException,
                HistoryTableException,
                InterruptedRevisionException,
                InvalidTargetException,
                MultipleHeadsException,
                NoSuchTargetException,
                OtherBranchException,
                OverlappingTargetsException,
                PendingRevisionsException,
                StalePlanException,
                TargetOutOfRangeException,
                UnknownRevisionException {

    @Serial
    private static final long serialVersionUID = 1L;

    HistoryException(String problem, String state, String remedy, @Nullable Throwable cause) {
        super(problem, state, remedy, cause);
    }

    HistoryException(String problem, String state, String remedy) {
        super(problem, state, remedy, null);
    }
}
