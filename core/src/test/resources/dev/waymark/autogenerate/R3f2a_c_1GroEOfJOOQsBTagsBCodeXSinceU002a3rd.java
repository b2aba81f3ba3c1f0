package app.revisions;

import dev.waymark.Revision;
import dev.waymark.postgres.SqlContext;
import dev.waymark.postgres.SqlMigration;

/** &#42;/ "Größe" of jOOQ's &lt;b&gt;tags&lt;/b&gt; &amp; &#123;&#64;code x&#125; &#64;since &#92;u002a/ 中文 3rd. */
@Revision(id = "3f2a.c_1", message = "*/ \"Größe\" of jOOQ's <b>tags</b> & {@code x} @since \\u002a/ 中文\n3rd")
public final class R3f2a_c_1GroEOfJOOQsBTagsBCodeXSinceU002a3rd implements SqlMigration {

    @Override
    public void up(SqlContext sql) {
        sql.execute("comment on table t is '\"\"\" \"quoted\" \\ \t tab ä中😀 \u202e \001'");
        sql.execute("""
                comment on table t is 'two
                lines\s

                  \s
                	""\"""\"" \\u0041\t
                   end\r \u202e\205\001 '
                """);
        sql.execute(
                "comment on table t is 'a line separator \u2028 that a text block would not keep, and a line of some\nlength'");
        sql.execute("""
                comment on table t is
                    'some words some words some words some words some words some words some words some words some \
                words some words some words some words some words some words some words some words some words some \
                words some words some words \
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
                """);
        sql.execute("""
                create function f() returns text
                 language plpgsql
                as $$
                begin
                	return 'word word word word word word word word word word word word word word word word word word \
                word word word word word word word word word word word word ';
                end
                $$
                """);
    }

    @Override
    public void down(SqlContext sql) {
        // There is nothing to undo.
    }
}
