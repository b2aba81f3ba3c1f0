package dev.waymark.run;

import dev.waymark.error.HookFailedException;
import dev.waymark.error.PreflightException;
import dev.waymark.error.PreflightException.Finding;
import dev.waymark.plan.Plan;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a plan and its first step: the preflight, and then the application's own hook.
 *
 * @param mode what to do about what the preflight finds
 * @param hook the application's own
 * @param listener is told what the preflight found
 */
record Clearance(PreflightMode mode, BeforeSteps hook, Consumer<RunEvent> listener) {

    private static final Logger LOG = LoggerFactory.getLogger("dev.waymark");

    /** Returns if the plan may be walked on the databases that it goes through. */
    void require(Plan plan, List<Sessions.Opened<?>> opened) {
        if (plan.isEmpty()) {
            return;
        }
        if (mode != PreflightMode.OFF) {
            preflight(opened);
        }
        callHook(plan);
    }

    private void preflight(List<Sessions.Opened<?>> opened) {
        PreflightReport report = PreflightReport.of(opened);
        listener.accept(new RunEvent.Preflighted(report));
        if (mode == PreflightMode.REFUSE) {
            requireClear(report);
        }
        report.checks().forEach(Clearance::log);
    }

    private static void requireClear(PreflightReport report) {
        if (!report.isClear()) {
            throw new PreflightException(report.checks()
                    .filter(PreflightCheck::isConcern)
                    .map(check -> new Finding(check.name(), check.finding(), check.remedy()))
                    .toList());
        }
    }

    private static void log(PreflightCheck check) {
        if (check.isConcern()) {
            LOG.warn("preflight: {}: {}. To fix this: {}.", check.name(), check.finding(), check.remedy());
        } else {
            LOG.debug("preflight: {}: {}: {}", check.name(), check.verdict(), check.finding());
        }
    }

    private void callHook(Plan plan) {
        try {
            hook.beforeSteps(plan);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new HookFailedException(e);
        }
    }
}
