package dev.waymark.graph;

import dev.waymark.error.InvalidTargetException;

/**
 * What a caller asks for, as it was read from text: {@code head}, {@code heads}, {@code base}, {@code current}, the
 * name of a revision, {@code +2}, {@code -1}, {@code ae10+2}, {@code label@head-1}. Each prints as the text that means
 * it. What it means among revisions, {@link TargetResolver} says.
 */
public sealed interface Target {

    /**
     * Reads a target.
     *
     * @param text one target; a range of a history is two
     * @return what it says
     * @throws InvalidTargetException if it can't be read
     */
    static Target parse(String text) {
        return TargetParser.parse(text);
    }

    /** {@return what the visitor says of this kind of target} */
    <R> R accept(Visitor<R> visitor);

    /** {@return whether it counts from a place that it does not name} */
    default boolean isRelative() {
        return this instanceof Relative || (this instanceof OnBranch on && on.target() instanceof Relative);
    }

    /** A target that is one word. */
    sealed interface Word extends Target {}

    /**
     * A revision, by its id, a label on it, or the beginning of one of these.
     *
     * @param value the name
     */
    record Name(String value) implements Word {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /** The one head there is. */
    record Head() implements Word {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.head();
        }

        @Override
        public String toString() {
            return "head";
        }
    }

    /** All heads there are: those that nothing requires, or, on a branch, those that nothing revises. */
    record Heads() implements Word {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.heads();
        }

        @Override
        public String toString() {
            return "heads";
        }
    }

    /** The state before the first revision. */
    record Base() implements Word {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.base();
        }

        @Override
        public String toString() {
            return "base";
        }
    }

    /** Where the database stands: the heads of its applied set. */
    record Current() implements Word {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.current();
        }

        @Override
        public String toString() {
            return "current";
        }
    }

    /**
     * So many revisions away from where the database stands.
     *
     * @param steps how many: up if positive, down if negative
     */
    record Relative(int steps) implements Target {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.relative(this);
        }

        @Override
        public String toString() {
            return "%+d".formatted(steps);
        }
    }

    /**
     * So many revisions away from one that is named.
     *
     * @param start the word to count from
     * @param steps how many: up if positive, down if negative
     */
    record Counted(Word start, int steps) implements Target {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.counted(this);
        }

        @Override
        public String toString() {
            return "%s%+d".formatted(start, steps);
        }
    }

    /**
     * A target on one branch: on the lineage of one revision.
     *
     * @param branch a name of that revision
     * @param target what is asked for on its lineage; not on a branch itself
     */
    record OnBranch(String branch, Target target) implements Target {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onBranch(this);
        }

        @Override
        public String toString() {
            return branch + "@" + target;
        }
    }

    /**
     * One answer for each kind of target.
     *
     * @param <R> what an answer is
     */
    interface Visitor<R> {

        /** {@return the answer for a name} */
        R name(Name name);

        /** {@return the answer for {@code head}} */
        R head();

        /** {@return the answer for {@code heads}} */
        R heads();

        /** {@return the answer for {@code base}} */
        R base();

        /** {@return the answer for {@code current}} */
        R current();

        /** {@return the answer for a bare number of steps} */
        R relative(Relative relative);

        /** {@return the answer for a number of steps from a word} */
        R counted(Counted counted);

        /** {@return the answer for a target on a branch} */
        R onBranch(OnBranch onBranch);
    }
}
