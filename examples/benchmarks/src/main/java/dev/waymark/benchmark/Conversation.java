package dev.waymark.benchmark;

/** Listens to one connection. */
interface Conversation {

    /** Takes what the client sent. */
    void asked(byte[] bytes, int length);

    /** Takes notice that the server sent something. */
    void answered();
}
