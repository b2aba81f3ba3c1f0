package dev.waymark.autogenerate;

import dev.waymark.schema.SchemaObject;
import dev.waymark.schema.SchemaSnapshot;

/** What a model can say. */
interface Reach {

    /** What says all that a snapshot holds. */
    Reach WHOLE = new Reach() {

        @Override
        public boolean says(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model) {
            return true;
        }

        @Override
        public boolean speaksOf(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model) {
            return true;
        }

        @Override
        public SchemaObject merged(SchemaObject is, SchemaObject model, SchemaSnapshot schema) {
            return model;
        }
    };

    /**
     * Whether an object that the model has is to be there.
     *
     * @param object an object of the model
     * @param schema what is there
     * @param model what the model has
     */
    boolean says(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model);

    /**
     * Whether the model, which does not have an object, means by that that there should be none.
     *
     * @param object an object that is there
     * @param schema what is there
     * @param model what the model has
     */
    boolean speaksOf(SchemaObject object, SchemaSnapshot schema, SchemaSnapshot model);

    /**
     * What an object should be: what the model can't say of it stays as it is.
     *
     * @param is what it is
     * @param model what it is in the model
     * @param schema what is there
     */
    SchemaObject merged(SchemaObject is, SchemaObject model, SchemaSnapshot schema);
}
