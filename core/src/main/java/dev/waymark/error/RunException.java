package dev.waymark.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Something failed while a database was being reached or a step was running. */
public abstract sealed class RunException extends MigrationException
        permits AuthenticationFailedException,
                CommitUnknownException,
                ConnectionLostException,
                DatabaseUnreachableException,
                HistoryAccessException,
                HookFailedException,
                IndexNotOnlineException,
                InsufficientPrivilegeException,
                InvalidModelException,
                IrreversibleRevisionException,
                LockLostException,
                LockNotAcquiredException,
                NotDisposableException,
                PoolerException,
                PreflightException,
                ProofFailedException,
                ReadOnlyDatabaseException,
                SchemaConflictException,
                ScratchException,
                StatementFailedException,
                StepFailedException,
                TransactionEndedException,
                UnsupportedFeatureException,
                WaitTimedOutException {

    @Serial
    private static final long serialVersionUID = 1L;

    RunException(String problem, String state, String remedy, @Nullable Throwable cause) {
        super(problem, state, remedy, cause);
    }
}
