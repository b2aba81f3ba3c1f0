/** Waymark: database migrations as Java classes. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the module that JSON is opened to is compiled after this one
module dev.waymark.core {
    requires static org.jspecify;
    requires java.naming;
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.jooq;
    requires static com.fasterxml.jackson.databind;
    requires static org.postgresql.jdbc;
    requires static java.compiler;
    requires static jdk.compiler;
    requires static jdk.jfr;

    exports dev.waymark;
    exports dev.waymark.autogenerate;
    exports dev.waymark.diff;
    exports dev.waymark.error;
    exports dev.waymark.graph;
    exports dev.waymark.hazard;
    exports dev.waymark.json to
            dev.waymark.neo4j;
    exports dev.waymark.migration;
    exports dev.waymark.plan;
    exports dev.waymark.postgres;
    exports dev.waymark.revision;
    exports dev.waymark.run;
    exports dev.waymark.schema;
    exports dev.waymark.session to
            dev.waymark.neo4j;
    exports dev.waymark.source to
            dev.waymark.neo4j;

    provides javax.annotation.processing.Processor with
            dev.waymark.index.RevisionProcessor;
}
