package dev.waymark.diff;

import dev.waymark.schema.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

        /** What entries that are said in one statement have in common. */
        private String together() {
            return (grant ? "grant" : optionOnly ? "option" : "revoke") + role + option;
        }
    }

    /**
     * The statements that lead from one list to another, one for each role and manner.
     *
     * @param on what follows the names of the privileges, as in {@code on table public.t}
     */
    static List<String> statements(List<String> from, List<String> to, String on) {
        Map<String, List<Entry>> together = new LinkedHashMap<>();
        changes(from, to).forEach(one -> together.computeIfAbsent(one.together(), key -> new ArrayList<>())
                .add(one));
        return together.values().stream().map(entries -> statement(entries, on)).toList();
    }

    private static String statement(List<Entry> entries, String on) {
        Entry first = entries.get(0);
        int name = on.indexOf(" on ");
        String column = on.substring(0, name);
        String what = entries.stream().map(entry -> entry.privilege() + column).collect(Collectors.joining(", "))
                + on.substring(name);
        if (first.grant()) {
            return "grant " + what + " to " + first.role() + first.option();
        }
        return "revoke " + (first.optionOnly() ? "grant option for " : "") + what + " from " + first.role();
    }

    /**
     * What a list becomes when the object gets another owner: the new one takes the place of the old.
     *
     * @param owner the new owner; empty if owners are left out
     */
    static List<String> underOwner(List<String> privileges, String before, Optional<String> owner) {
        if (owner.isEmpty() || owner.get().equals(before)) {
            return privileges;
        }
        String after = Identifiers.quoted(owner.get());
        List<String> under = new ArrayList<>();
        for (String text : privileges) {
            Entry entry = Entry.parse(text);
            boolean ofOld = entry.role().equals(Identifiers.quoted(before));
            if (ofOld && !entry.grant()) {
                under.add("revoke " + entry.privilege() + " from " + after);
            } else if (!ofOld && !entry.role().equals(after)) {
                under.add(text);
            }
        }
        return under;
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
