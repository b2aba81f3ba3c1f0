package dev.waymark.index;

/** A revision that uses all of Java 17's syntax. */
final class Everything {

    static final String SOURCE = """
            package app;
            import dev.waymark.Revision;
            import dev.waymark.postgres.*;
            import java.io.*;
            import java.util.*;
            import java.util.function.*;
            @Revision(id = "001", message = "Everything")
            @SuppressWarnings("all")
            public final class Everything<Q> implements SqlMigration {
                private static final double D = 2.0E-3, TWO = 2e23;
                float f = 1.1f; long l = 1_000L; char c = '\\u0041', d = '\\n'; int hex = 0xFF, bits = 0b1;
                private final int[] xs = {1, 2}, ys = new int[3];
                static { System.nanoTime(); }
                { System.nanoTime(); }
                enum Color { RED, GREEN(2) { int q() { return 1; } }; Color(int... x) {} int q() { return 0; } }
                record Point<T extends Comparable<T>>(int x, T... y) {
                    Point { if (x < 0) throw new IllegalArgumentException("a" + "b"); }
                    static int z;
                    record In() {}
                }
                record Canon(@Deprecated int x) { Canon(int x) { this.x = x; } public int x() { return x; } }
                sealed interface S permits S1, S2 {}
                static final class S1 implements S {}
                static non-sealed class S2 implements S {}
                @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE) @interface An { String v() default "x"; int[] w() default {}; }
                interface If { int a = 1; void m(); default int d() { return 1; } private static void p() {} }
                abstract class Inner { abstract void m(); protected transient volatile int v; protected synchronized native void n(); }
                @Override public void up(SqlContext sql) {
                    sql.execute(""\"
                        create table t (
                           id int)
                        ""\");
                    var x = 1 + 2 * (3 - 4);
                    int y = x > 3 ? x : -x;
                    for (int i = 0, j = 1; i < 3; i++, --j) { if (i == 2) continue; else break; }
                    outer: for (final var s : List.of("a", "b")) { while (true) { break outer; } }
                    do { y += 2; y <<= 1; } while (y < 10);
                    switch (y) { case 1, 2 -> y++; case 3 -> { y--; } default -> throw new IllegalStateException(); }
                    switch (y) { case 1: case 2: y++; break; default: }
                    String r = switch (Color.RED) { case RED -> "r"; case GREEN -> { yield "g"; } };
                    String t = switch (r) { case "r": yield "a" + 1; default: yield "b"; };
                    try (var in = new StringReader("x"); final Reader in2 = in; in2) {
                        in.read();
                    } catch (IOException | RuntimeException e) { throw new RuntimeException(e); } finally { ; }
                    Object o = r;
                    if (o instanceof final String q && !q.isEmpty()) { synchronized (this) { assert y > 0 : "m"; } }
                    if (o instanceof String) return;
                    Comparator<String> order = (p, q) -> p.compareTo(q);
                    Runnable run = () -> {};
                    Function<String, Integer> length = String::length;
                    Supplier<List<String>> made = ArrayList<String>::new;
                    IntFunction<int[]> array = int[]::new;
                    BiFunction<Integer, Integer, Integer> sum = (var p, final var q) -> p + q;
                    ((Runnable & Serializable) () -> {}).run();
                    new Object() { int k = 1; void z() {} }.z();
                    class Local {}
                    record LocalRecord(int a) {}
                    enum LocalEnum { A }
                    int[][] arr = new int[2][], arr2[] = {{{1}}};
                    List<? extends Number> upper = null; List<? super Integer> lower; List<?> any; Map<String, int[]> map;
                    Class<?> k = int[].class;
                    int bitwise = ~y << 2 >>> 1 >> 1 & 3 | 4 ^ 5 % 2 / 1;
                    boolean b = !true ^ false || x != y && x == y | x >= y & x <= y;
                    Everything<String>.Inner inner = null;
                    java.util.@An List<@An String> annotated = null;
                }
                <T extends Number & Comparable<T>> T gen(@Deprecated T t, String... more) throws Exception {
                    return this.<T>gen(t);
                }
                int old()[] { return null; }
                void receiver(Everything<Q> this) {}
                @Override public void down(SqlContext sql) { sql.execute("drop table t" + ";" + 1); };
            }
            """;

    private Everything() {}
}
