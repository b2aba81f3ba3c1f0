// artists; with a semicolon
CREATE (:Artist {name: 'Björk; the one'});
CREATE (:Artist {name: "Múm"});
/* the schema; by itself */
CREATE CONSTRAINT artist_name FOR (a:Artist) REQUIRE a.name IS UNIQUE;
CREATE INDEX artist_plays FOR (a:Artist) ON (a.plays);
MATCH (a:Artist) WHERE a.plays IS NULL CALL (a) { SET a.plays = 1 } IN TRANSACTIONS OF 1 ROW;
MATCH (a:Artist) SET a.plays = a.plays + 1;
