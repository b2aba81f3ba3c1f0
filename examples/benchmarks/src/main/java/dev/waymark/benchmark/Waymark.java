package dev.waymark.benchmark;

import dev.waymark.Migrator;

/** Waymark with one class for each step, which it finds in the compiled index on the class path. */
final class Waymark implements Contender {

    private final Work work;

    Waymark(Work work) {
        this.work = work;
    }

    @Override
    public void upgrade() {
        Migrator.postgres(work.dataSource()).build().upgrade();
    }
}
