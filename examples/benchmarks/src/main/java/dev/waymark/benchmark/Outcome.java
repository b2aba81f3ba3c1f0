package dev.waymark.benchmark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a forked process told of itself.
 *
 * @param calls milliseconds of each call, in order
 * @param process milliseconds from the start of the process to its end, as seen from outside
 * @param cpu seconds of processor time of the whole process
 * @param peak megabytes of memory at its peak; 0 where the system doesn't tell
 */
record Outcome(List<Double> calls, double process, double cpu, double peak) {

    private static final String MARK = "trial:";
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Copies the list. */
    Outcome {
        calls = List.copyOf(calls);
    }

    /** {@return the milliseconds of the first call} */
    double first() {
        return calls.get(0);
    }

    /** {@return the milliseconds of the calls of the second half, when the JVM is warm} */
    List<Double> warm() {
        return calls.subList(calls.size() / 2, calls.size());
    }

    /** Prints what {@link #parse} reads, in the forked process. */
    static void print(List<Long> nanos) throws IOException {
        long cpu = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        try (var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            out.println(MARK
                    + nanos.stream().map(nano -> Long.toString(nano)).collect(Collectors.joining(","))
                    + ":" + cpu + ":" + peakKilobytes());
        }
    }

    private static long peakKilobytes() throws IOException {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** {@return the outcome that a process printed, among whatever else it printed} */
    static Outcome parse(List<String> output, double processMillis) {
        String[] parts = output.stream()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The process told no outcome: " + output))
                .split(":", -1);
        List<Double> calls = Arrays.stream(parts[1].split(",", -1))
                .map(nanos -> Long.parseLong(nanos) / 1e6)
                .toList();
        return new Outcome(calls, processMillis, Long.parseLong(parts[2]) / 1e3, Long.parseLong(parts[3]) / 1024.0);
    }
}
