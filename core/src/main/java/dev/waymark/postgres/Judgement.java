package dev.waymark.postgres;

import dev.waymark.run.PreflightCheck.Verdict;

/**
 * What a check makes of what the server answered.
 *
 * @param verdict what it means to a run
 * @param finding what was found
 * @param remedy what to do about it
 */
record Judgement(Verdict verdict, String finding, String remedy) {

    static Judgement ok(String finding) {
        return new Judgement(Verdict.OK, finding, "");
    }

    static Judgement unknown(String finding, String remedy) {
        return new Judgement(Verdict.UNKNOWN, finding, remedy);
    }

    static Judgement warning(String finding, String remedy) {
        return new Judgement(Verdict.WARNING, finding, remedy);
    }

    static Judgement blocked(String finding, String remedy) {
        return new Judgement(Verdict.BLOCKED, finding, remedy);
    }
}
