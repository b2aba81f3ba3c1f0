package dev.waymark.diff;

import dev.waymark.schema.ObjectId;

/**
 * What is done to one object; the unit that is put in order.
 *
 * @param verb what is done
 * @param id to which object
 */
record Action(Verb verb, ObjectId id) {

    static Action create(ObjectId id) {
        return new Action(Verb.CREATE, id);
    }

    static Action alter(ObjectId id) {
        return new Action(Verb.ALTER, id);
    }

    static Action drop(ObjectId id) {
        return new Action(Verb.DROP, id);
    }

    static Action copy(ObjectId id) {
        return new Action(Verb.COPY, id);
    }

    static Action retire(ObjectId id) {
        return new Action(Verb.RETIRE, id);
    }
}
