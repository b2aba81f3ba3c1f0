package dev.waymark.run;

import dev.waymark.migration.Irreversible;
import dev.waymark.migration.Migration;
import java.util.Set;

class InMemoryDatabaseTest extends DatabaseContract<Set<String>> {

    private final InMemoryDatabase database = new InMemoryDatabase("");

    @Override
    protected Database<Set<String>> database() {
        return database;
    }

    @Override
    protected Migration<Set<String>> adding(String name) {
        return new Words(name, false);
    }

    @Override
    protected Migration<Set<String>> failingAfterAdding(String name) {
        return new Words(name, true);
    }

    @Override
    protected Migration<Set<String>> oneWay(Irreversible why) {
        return new OneWay(why);
    }

    @Override
    protected Set<String> there() {
        return database.words();
    }

    private record Words(String word, boolean fails) implements InMemoryDatabase.WordMigration {

        @Override
        public void up(Set<String> words) {
            words.add(word);
            if (fails) {
                throw new IllegalStateException("failing as told");
            }
        }

        @Override
        public void down(Set<String> words) {
            words.remove(word);
        }
    }

    private record OneWay(Irreversible why) implements InMemoryDatabase.WordMigration {

        @Override
        public void up(Set<String> words) {}

        @Override
        public void down(Set<String> words) {
            throw why;
        }
    }
}
