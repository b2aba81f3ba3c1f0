package dev.waymark.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Random statements by the rules of {@code random-ddl.grammar}, which says how it is to be read.
 *
 * @param rules the alternatives of each rule, each as often as it is likely
 */
record Grammar(Map<String, List<String>> rules) {

    private static final Pattern ALTERNATIVE = Pattern.compile("  (?:(\\d+)x )?(.*)");

    private static final Pattern REFERENCE = Pattern.compile("<([a-z-]+)>");

    static Grammar ofDdl() {
        try (InputStream in = Grammar.class.getResourceAsStream("random-ddl.grammar")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new Grammar(rules(text.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> rules(List<String> lines) {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        List<String> alternatives = new ArrayList<>();
        for (String line : lines) {
            Matcher alternative = ALTERNATIVE.matcher(line);
            if (alternative.matches()) {
                int likely = alternative.group(1) == null ? 1 : Integer.parseInt(alternative.group(1));
                alternatives.addAll(Collections.nCopies(likely, alternative.group(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                alternatives = new ArrayList<>();
                rules.put(line, alternatives);
            }
        }
        return rules;
    }

    /** The alternatives of a rule, each as often as it is likely. */
    List<String> alternatives(String rule) {
        return Objects.requireNonNull(rules.get(rule), rule);
    }

    /** A text by a rule. */
    String text(String rule, Random random) {
        List<String> alternatives = alternatives(rule);
        String alternative = alternatives.get(random.nextInt(alternatives.size()));
        return REFERENCE
                .matcher(alternative)
                .replaceAll(reference -> Matcher.quoteReplacement(text(reference.group(1), random)));
    }
}
