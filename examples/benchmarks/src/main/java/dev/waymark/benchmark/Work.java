package dev.waymark.benchmark;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a contender has to do: bring a database to its last step. Each step creates one small table, or one node.
 *
 * @param size how many steps there are
 * @param url the URL of the database
 * @param material the directory of what the contender's tool reads
 */
record Work(int size, String url, Path material) {

    /** {@return a new data source without a pool; every contender gets one} */
    DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    /** {@return the statement of a step, the same for every contender} */
    static String createTable(int number) {
        return "create table item_" + number + " (id bigint primary key, name text)";
    }
}
