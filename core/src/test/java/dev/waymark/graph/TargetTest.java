package dev.waymark.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.error.InvalidTargetException;
import dev.waymark.graph.Target.Base;
import dev.waymark.graph.Target.Counted;
import dev.waymark.graph.Target.Current;
import dev.waymark.graph.Target.Head;
import dev.waymark.graph.Target.Heads;
import dev.waymark.graph.Target.Name;
import dev.waymark.graph.Target.OnBranch;
import dev.waymark.graph.Target.Relative;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @MethodSource("targets")
    void isReadFromTextAndPrintsAsIt(String text, Target target) {
        assertThat(Target.parse(text)).isEqualTo(target).hasToString(text);
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                Arguments.of("head", new Head()),
                Arguments.of("heads", new Heads()),
                Arguments.of("base", new Base()),
                Arguments.of("current", new Current()),
                Arguments.of("ae1027a6acf", new Name("ae1027a6acf")),
                Arguments.of("001", new Name("001")),
                Arguments.of("v1.0", new Name("v1.0")),
                Arguments.of("header", new Name("header")),
                Arguments.of("+2", new Relative(2)),
                Arguments.of("-1", new Relative(-1)),
                Arguments.of("ae10+2", new Counted(new Name("ae10"), 2)),
                Arguments.of("v1.0-3", new Counted(new Name("v1.0"), -3)),
                Arguments.of("head-1", new Counted(new Head(), -1)),
                Arguments.of("base+2", new Counted(new Base(), 2)),
                Arguments.of("label@head", new OnBranch("label", new Head())),
                Arguments.of("label@heads", new OnBranch("label", new Heads())),
                Arguments.of("label@base", new OnBranch("label", new Base())),
                Arguments.of("label@+1", new OnBranch("label", new Relative(1))),
                Arguments.of("label@-1", new OnBranch("label", new Relative(-1))),
                Arguments.of("label@27c6a", new OnBranch("label", new Name("27c6a"))),
                Arguments.of("label@head-2", new OnBranch("label", new Counted(new Head(), -2))),
                Arguments.of("label@base+3", new OnBranch("label", new Counted(new Base(), 3))));
    }

    @Test
    void countsNoFurtherThanAnyHistoryIsLong() {
        assertThat(Target.parse("+99999999999999999999")).isEqualTo(new Relative(Integer.MAX_VALUE));
        assertThat(Target.parse("head-99999999999999999999")).isEqualTo(new Counted(new Head(), -Integer.MAX_VALUE));
    }

    @Test
    void isRelativeWhenItDoesNotNameThePlaceItCountsFrom() {
        assertThat(Stream.of("+1", "-1", "label@-1").map(Target::parse)).allMatch(Target::isRelative);
        assertThat(Stream.of("a+1", "head-1", "label@base+1", "a").map(Target::parse))
                .noneMatch(Target::isRelative);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "@", "a@", "@a", "a@b@c", "+", "a+", "a+1+1", "a b", "a@+", "ü", "a\n", "--1", "a/b"})
    void refusesWhatIsOfNoForm(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOfSatisfying(InvalidTargetException.class, refused -> assertThat(refused.target())
                        .isEqualTo(text))
                .hasMessage("""
                '%s' is not a target: it is not of the form [branch@][name][+N or -N].
                The database was not touched.
                To fix this: name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.""".formatted(text));
    }

    @Test
    void refusesNothingAtAll() {
        assertThatThrownBy(() -> Target.parse(""))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("""
                '' is not a target: it is empty.
                The database was not touched.
                To fix this: name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.""");
    }

    @Test
    void refusesARange() {
        assertThatThrownBy(() -> Target.parse("a:b"))
                .isInstanceOf(InvalidTargetException.class)
                .hasMessage("""
                'a:b' is not a target: a range, with ':', has a meaning for a history only.
                The database was not touched.
                To fix this: name a revision id, a prefix of one, a label, head, heads, base, +N, -N, or a combination such as label@head-1.""");
    }
}
