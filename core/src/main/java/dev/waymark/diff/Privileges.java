package dev.waymark.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from one list of privileges to another; both are what differs from the default. */
final class Privileges {

    private static final Pattern ENTRY =
            Pattern.compile("(grant|revoke) (.+?) (?:to|from) (.+?)( with grant option)?", Pattern.DOTALL);

    private static final String OPTION = " with grant option";

    private Privileges() {}

    /**
     * One privilege that is given or taken.
     *
     * @param grant whether it is given
     * @param optionOnly whether only the right to pass it on is taken
     * @param privilege which, as in {@code SELECT}
     * @param role to whom or from whom, quoted
     * @param option {@code with grant option}, or nothing
     */
    record Entry(boolean grant, boolean optionOnly, String privilege, String role, String option) {

        static Entry parse(String text) {
            Matcher matcher = ENTRY.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a privilege: " + text);
            }
            String option = matcher.group(4) == null ? "" : OPTION;
            return new Entry(matcher.group(1).equals("grant"), false, matcher.group(2), matcher.group(3), option);
        }

        Entry reversed() {
            return new Entry(!grant, false, privilege, role, "");
        }

        Entry withoutOption() {
            return new Entry(false, true, privilege, role, "");
        }

        boolean samePrivilege(Entry other) {
            return grant == other.grant && privilege.equals(other.privilege) && role.equals(other.role);
        }

        /** The statement, for an object and perhaps a column of it. */
        String on(String object, String column) {
            return sql(column + " on " + object);
        }

        /** The same without an object's name, as default privileges have it. */
        String onAll(String kind) {
            return sql(" on " + kind);
        }

        private String sql(String on) {
            String what = (optionOnly ? "grant option for " : "") + privilege + on;
            return grant ? "grant " + what + " to " + role + option : "revoke " + what + " from " + role;
        }
    }

    static List<Entry> changes(List<String> from, List<String> to) {
        List<Entry> before = from.stream().map(Entry::parse).toList();
        List<Entry> after = to.stream().map(Entry::parse).toList();
        List<Entry> changes = new ArrayList<>();
        before.stream()
                .filter(one -> after.stream().noneMatch(one::samePrivilege))
                .forEach(one -> changes.add(one.reversed()));
        for (Entry one : after) {
            boolean weaker = before.stream()
                            .anyMatch(two ->
                                    one.samePrivilege(two) && !two.option().isEmpty())
                    && one.option().isEmpty();
            if (weaker) {
                changes.add(one.withoutOption());
            } else if (!before.contains(one)) {
                changes.add(one);
            }
        }
        return changes;
    }
}
