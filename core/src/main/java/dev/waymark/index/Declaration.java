package dev.waymark.index;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * A class that carries {@code @Revision}, as it stands in the source.
 *
 * @param type the class
 * @param className its binary name
 * @param annotation its {@code @Revision}
 * @param values what the annotation says, defaults included
 */
record Declaration(
        TypeElement type, String className, AnnotationMirror annotation, Map<String, AnnotationValue> values) {

    /** By name: the annotation stands above this package. */
    static final String ANNOTATION = "dev.waymark.Revision";

    /**
     * {@return what the class says of itself; empty if it is no revision, or its id is missing, which javac reports}
     */
    static Optional<Declaration> of(TypeElement type, Elements elements) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(ANNOTATION))
                .map(mirror -> new Declaration(
                        type, elements.getBinaryName(type).toString(), mirror, values(mirror, elements)))
                .filter(declaration -> declaration.values.containsKey("id"))
                .findFirst();
    }

    String id() {
        return text("id");
    }

    String text(String key) {
        return String.valueOf(value(key).getValue());
    }

    AnnotationValue value(String key) {
        return Objects.requireNonNull(values.get(key));
    }

    /** The elements of an array, each with its own place in the source. */
    List<AnnotationValue> items(String key) {
        return value(key).getValue() instanceof List<?> items
                ? items.stream().map(AnnotationValue.class::cast).toList()
                : List.of();
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> String.valueOf(item.getValue())).toList();
    }

    /** {@return the item of an array that reads so, or the whole array} */
    AnnotationValue item(String key, String text) {
        return items(key).stream()
                .filter(item -> text.equals(item.getValue()))
                .findFirst()
                .orElseGet(() -> value(key));
    }

    private static Map<String, AnnotationValue> values(AnnotationMirror mirror, Elements elements) {
        return elements.getElementValuesWithDefaults(mirror).entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey().getSimpleName().toString(), Map.Entry::getValue));
    }
}
