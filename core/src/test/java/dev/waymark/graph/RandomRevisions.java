package dev.waymark.graph;

import dev.waymark.revision.Label;
import dev.waymark.revision.RevisionId;
import dev.waymark.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random histories with several bases, branches, merges, dependencies by id and by label, and labels. */
public final class RandomRevisions {

    private static final int MOST = 14;

    private final Random random;
    private final List<RevisionInfo> revisions = new ArrayList<>();

    private RandomRevisions(Random random) {
        this.random = random;
    }

    public static Arbitrary<List<RevisionInfo>> arbitrary() {
        return Arbitraries.randomValue(random -> new RandomRevisions(random).revisions());
    }

    private List<RevisionInfo> revisions() {
        int size = random.nextInt(MOST);
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, random);
        numbers.forEach(number -> revisions.add(revision(number)));
        return revisions;
    }

    private RevisionInfo revision(int number) {
        Set<RevisionId> parents = some(random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(20) / 15);
        Set<String> dependencies = new LinkedHashSet<>();
        some(random.nextInt(10) / 8).forEach(id -> dependencies.add(nameOf(id)));
        return new RevisionInfo(
                new RevisionId((number % 2 == 0 ? "r" : "rev.x") + number),
                List.copyOf(parents),
                "",
                random.nextInt(4) == 0 ? List.of(new Label("label" + number)) : List.of(),
                List.copyOf(dependencies),
                true,
                "");
    }

    private Set<RevisionId> some(int most) {
        Set<RevisionId> some = new LinkedHashSet<>();
        for (int taken = 0; taken < most && !revisions.isEmpty(); taken++) {
            // the youngest are the likeliest, so that lines grow long
            int back = Math.min(revisions.size(), 1 + random.nextInt(4));
            some.add(revisions.get(revisions.size() - back).id());
        }
        return some;
    }

    private String nameOf(RevisionId id) {
        return revisions.stream()
                .filter(revision -> revision.id().equals(id))
                .flatMap(revision -> revision.labels().stream())
                .map(Label::value)
                .findFirst()
                .orElse(id.value());
    }
}
