package dev.waymark.run;

import java.util.function.Consumer;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the events of a run in JDK Flight Recorder too, and passes all of them on. The first event of JFR costs a JVM
 * some 300 ms if nothing is being recorded, so none is made before there has been a recording; and JFR itself may be
 * absent, as it is an optional module of the JDK.
 */
final class FlightRecording implements Consumer<RunEvent> {

    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private final Consumer<RunEvent> next;
    private @Nullable FlightEvents events;

    private FlightRecording(Consumer<RunEvent> next) {
        this.next = next;
    }

    /** {@return a listener that leaves events, where JFR is there, and passes all of them on} */
    static Consumer<RunEvent> before(Consumer<RunEvent> next) {
        return PRESENT ? new FlightRecording(next) : next;
    }

    @Override
    public void accept(RunEvent event) {
        // A run with nothing to do has no other event, and is not to load a class of JFR.
        if (!(event instanceof RunEvent.RunFinished) && FlightRecorder.isInitialized()) {
            events().accept(event);
        }
        next.accept(event);
    }

    private FlightEvents events() {
        if (events == null) {
            events = new FlightEvents();
        }
        return events;
    }
}
