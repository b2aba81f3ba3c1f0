package dev.waymark.benchmark;

/**
 * What went to a server.
 *
 * @param connections how many connections were opened
 * @param statements how many statements were run
 * @param roundTrips how often the server answered after the client had asked
 * @param locks how many texts of statements speak of a lock
 */
record Traffic(int connections, int statements, int roundTrips, int locks) {

    static final Traffic NONE = new Traffic(0, 0, 0, 0);

    Traffic plus(Traffic other) {
        return new Traffic(
                connections + other.connections,
                statements + other.statements,
                roundTrips + other.roundTrips,
                locks + other.locks);
    }

    /** {@return this without what so many connections cost by themselves} */
    Traffic withoutConnecting(Traffic oneConnection) {
        return new Traffic(
                connections,
                statements - connections * oneConnection.statements,
                roundTrips - connections * oneConnection.roundTrips,
                locks);
    }

    /** {@return figures for each of so many steps that this needed more than another} */
    double statementsPerStep(Traffic less, int steps) {
        return (statements - less.statements) / (double) steps;
    }

    /** {@return figures for each of so many steps that this needed more than another} */
    double roundTripsPerStep(Traffic less, int steps) {
        return (roundTrips - less.roundTrips) / (double) steps;
    }
}
