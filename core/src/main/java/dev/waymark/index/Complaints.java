package dev.waymark.index;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic;

/** Tells the compiler what is wrong, and remembers that something was. */
final class Complaints {

    private final Messager messager;
    private boolean failed;

    Complaints(Messager messager) {
        this.messager = messager;
    }

    boolean failed() {
        return failed;
    }

    /** At the annotation. */
    void error(Declaration declaration, String text) {
        failed = true;
        messager.printMessage(Diagnostic.Kind.ERROR, text, declaration.type(), declaration.annotation());
    }

    /** At one value of the annotation. */
    void error(Place place, String text) {
        print(Diagnostic.Kind.ERROR, Optional.of(place), text);
    }

    /** Where the revision was not compiled this time there is no line to show. */
    void print(Diagnostic.Kind kind, Optional<Place> place, String text) {
        failed |= kind == Diagnostic.Kind.ERROR;
        place.ifPresentOrElse(
                at -> messager.printMessage(kind, text, at.declaration.type(), at.declaration.annotation(), at.value),
                () -> messager.printMessage(kind, text));
    }

    /**
     * Where in the source something stands.
     *
     * @param declaration whose annotation
     * @param value which of its values
     */
    record Place(Declaration declaration, AnnotationValue value) {}
}
