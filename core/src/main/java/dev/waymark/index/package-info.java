/**
 * The compiled index of revisions: its format, its reader, and the annotation processor that writes it.
 *
 * <p>{@code META-INF/waymark/revisions} is a text in UTF-8, one thing a line. It begins with a head part, so that a run
 * with nothing to do reads no further, whatever the number of revisions:
 *
 * <pre>
 * waymark-index 1
 * head 004 5d0f…            an effective head and its digest, one line each
 * external library_007      a revision of another jar that one of these requires, one line each
 * body 1790                 how many bytes follow, if nothing was appended to this section
 * </pre>
 *
 * <p>Then each revision has a line, in the order of ids: the word {@code revision} and its fields {@code key=value}, a
 * tab between them: {@code id}, {@code class} (binary name), {@code kind} (the interface that extends
 * {@code Migration}), {@code revises}, {@code dependsOn}, {@code labels} (with commas between), {@code transactional},
 * {@code database}, {@code checksum}, {@code digest}, {@code message}. Empty fields are left out. In a value a
 * backslash begins an escape, as in Java source: {@code \\}, {@code \t}, {@code \n}, {@code \r}, and
 * {@code \}{@code uhhhh} for any other control character. A reader skips empty lines and fields it does not know.
 *
 * <p>A format line may come again: it begins the next section, so files may be appended to each other. The files of
 * several jars, and the sections of one file, together make one index.
 *
 * <p>javac lets a processor see only the first file of a name on the class path, and in a jar only below directories
 * that are package names. So each revision's line is also written alone, below a directory that its id, or a label,
 * makes unique: {@code waymark_index/r_<id>/revision}, {@code waymark_index/l_<label>/revision}. Capitals are written
 * {@code $a}, dots {@code $$}. These files are read by nothing but the processor.
 */
package dev.waymark.index;
