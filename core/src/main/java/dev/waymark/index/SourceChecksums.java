package dev.waymark.index;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Where the checksums come from: the compiler's syntax trees, if it is javac and shows them. */
final class SourceChecksums {

    private final @Nullable Trees trees;

    private SourceChecksums(@Nullable Trees trees) {
        this.trees = trees;
    }

    /** Other compilers, and build tools that wrap javac's environment, have no trees for us. */
    static SourceChecksums of(ProcessingEnvironment environment) {
        try {
            return new SourceChecksums(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return new SourceChecksums(null);
        }
    }

    /** {@return the checksum of a class; empty where its source is not to be had} */
    Optional<String> of(TypeElement type, AnnotationMirror ownAnnotation) {
        return trees == null ? Optional.empty() : checksum(trees, type, ownAnnotation);
    }

    /** Without positions what the programmer wrote can't be told from what the compiler added. */
    private static Optional<String> checksum(Trees trees, TypeElement type, AnnotationMirror ownAnnotation) {
        TreePath path = trees.getPath(type);
        Tree annotation = trees.getTree(type, ownAnnotation);
        if (path == null || annotation == null || !(path.getLeaf() instanceof ClassTree tree)) {
            return Optional.empty();
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        SourcePositions positions = trees.getSourcePositions();
        return positions.getEndPosition(unit, tree) == Diagnostic.NOPOS
                ? Optional.empty()
                : Optional.of(SyntaxChecksum.of(unit, positions, tree, annotation));
    }
}
