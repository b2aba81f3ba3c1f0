package dev.waymark.error;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** The preflight found what would be in the way of the steps, and the run was told to be refused then. */
public final class PreflightException extends RunException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Finding> findings;

    /** @param findings all that was found, at least one */
    public PreflightException(List<Finding> findings) {
        super(
                "The preflight found what would be in the way of the steps:\n"
                        + findings.stream()
                                .map(finding -> "  %s: %s".formatted(finding.check(), finding.text()))
                                .collect(Collectors.joining("\n")),
                "No step was run.",
                findings.stream().map(Finding::remedy).collect(Collectors.joining("; "))
                        + "; and run again, or let runs go on with a warning (PreflightMode.WARN).",
                null);
        this.findings = List.copyOf(findings);
    }

    /** {@return all that was found} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Something in the way.
     *
     * @param check the name of the check that found it
     * @param text what it is
     * @param remedy what to do about it
     */
    public record Finding(String check, String text, String remedy) implements Serializable {}
}
