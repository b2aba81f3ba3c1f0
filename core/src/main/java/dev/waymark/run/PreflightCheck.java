package dev.waymark.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that the preflight looked at.
 *
 * @param name what was looked at; stays the same between releases, except that new ones are added
 * @param verdict what it means to a run
 * @param finding what was found, without a full stop
 * @param remedy what to do about it, to follow "To fix this:", without a full stop; empty if the verdict is
 *     {@link Verdict#OK}
 */
public record PreflightCheck(String name, Verdict verdict, String finding, String remedy) {

    /** {@return whether a run should know of it: what may make it wait, or is sure to stop it} */
    public boolean isConcern() {
        return verdict.compareTo(Verdict.WARNING) >= 0;
    }

    Map<String, Object> toMap() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("verdict", verdict.toString());
        json.put("finding", finding);
        json.put("remedy", remedy);
        return json;
    }

    /** What a finding means to a run, from the least to the worst. */
    public enum Verdict {
        /** Nothing is in the way. */
        OK("ok"),
        /** The database does not tell, or not this user. */
        UNKNOWN("unknown"),
        /** A run may fail on it, or wait for it, or make others wait. */
        WARNING("warning"),
        /** A run can't get through as long as this is so. */
        BLOCKED("blocked");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
