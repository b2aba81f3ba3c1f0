package dev.waymark.index;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Walks the syntax tree of one class and feeds a hash with all that means something in it. What does not count:
 * comments, formatting, parentheses, the order of modifiers, imports, the class's own name and its {@code @Revision}.
 *
 * <p>The hash must not depend on the compiler's version. So it is fed with kinds, names and values, in our own order;
 * wrappers that only some versions have are looked through, and members that the compiler added are left out.
 */
final class SyntaxChecksum extends TreeScanner<@Nullable Void, Hash> {

    private static final String DEFAULT = "DEFAULT_CASE_LABEL";

    private static final Set<String> WRAPPERS =
            Set.of("PARENTHESIZED", "CONSTANT_CASE_LABEL", "PATTERN_CASE_LABEL", DEFAULT);

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final ClassTree root;
    private final Tree ownAnnotation;
    private final Set<ModifiersTree> implicitlyFinal = new HashSet<>();
    private Set<String> labels = new HashSet<>();
    private boolean gapsCount = true;

    private SyntaxChecksum(CompilationUnitTree unit, SourcePositions positions, ClassTree root, Tree ownAnnotation) {
        this.unit = unit;
        this.positions = positions;
        this.root = root;
        this.ownAnnotation = ownAnnotation;
    }

    /** {@return the SHA-256, in hexadecimal} */
    static String of(CompilationUnitTree unit, SourcePositions positions, ClassTree root, Tree ownAnnotation) {
        SyntaxChecksum checksum = new SyntaxChecksum(unit, positions, root, ownAnnotation);
        Hash hash = new Hash();
        checksum.scan(root, hash);
        return hash.hexadecimal();
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, Hash hash) {
        if (tree == null) {
            gap("-", hash);
            return null;
        }
        boolean outer = gapsCount;
        gapsCount = true;
        String kind = tree.getKind().name();
        if (kind.endsWith("_CASE_LABEL")) {
            labels.add(kind);
        }
        boolean shown = !WRAPPERS.contains(kind);
        if (shown) {
            hash.add("(").add(kind);
        }
        tree.accept(this, hash);
        if (shown) {
            hash.add(")");
        }
        gapsCount = outer;
        return null;
    }

    /** Brackets keep apart what would else read the same: {@code extends A} and {@code implements A}. */
    @Override
    public @Nullable Void scan(@Nullable Iterable<? extends Tree> trees, Hash hash) {
        gap("[", hash);
        if (trees != null) {
            trees.forEach(tree -> scan(tree, hash));
        }
        gap("]", hash);
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, Hash hash) {
        if (!tree.equals(root)) {
            hash.add(tree.getSimpleName());
        }
        scan(tree.getModifiers(), hash);
        scan(tree.getTypeParameters(), hash);
        scan(tree.getExtendsClause(), hash);
        scan(tree.getImplementsClause(), hash);
        scan(tree.getPermitsClause(), hash);
        return scan(tree.getMembers().stream().filter(this::isInSource).toList(), hash);
    }

    @Override
    public @Nullable Void visitModifiers(ModifiersTree tree, Hash hash) {
        tree.getFlags().stream()
                .filter(flag -> flag != Modifier.FINAL || !implicitlyFinal.contains(tree))
                .map(Enum::name)
                .sorted()
                .forEach(hash::add);
        List<? extends AnnotationTree> annotations = tree.getAnnotations();
        return scan(
                annotations.stream()
                        .filter(annotation -> !annotation.equals(ownAnnotation))
                        .toList(),
                hash);
    }

    /**
     * Newer compilers show guards and wrapped labels here, {@code default} among them; Java 17's shows expressions
     * alone. So only what is there is written, and {@code default} at the end.
     */
    @Override
    public @Nullable Void visitCase(CaseTree tree, Hash hash) {
        Set<String> outer = labels;
        labels = new HashSet<>();
        gapsCount = false;
        hash.add(tree.getCaseKind().name());
        super.visitCase(tree, hash);
        boolean isDefault = labels.isEmpty() ? tree.getExpressions().isEmpty() : labels.contains(DEFAULT);
        hash.add(isDefault ? DEFAULT : "");
        labels = outer;
        return null;
    }

    /** Some compilers write down that a resource is final, some do not. */
    @Override
    public @Nullable Void visitTry(TryTree tree, Hash hash) {
        for (Tree resource : tree.getResources()) {
            if (resource instanceof VariableTree variable) {
                implicitlyFinal.add(variable.getModifiers());
            }
        }
        return super.visitTry(tree, hash);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, Hash hash) {
        hash.add(tree.getName());
        return super.visitMethod(tree, hash);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, Hash hash) {
        hash.add(tree.getName());
        return super.visitVariable(tree, hash);
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, Hash hash) {
        hash.add(tree.isStatic() ? "static" : "");
        return super.visitBlock(tree, hash);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, Hash hash) {
        hash.add(tree.getName());
        return super.visitIdentifier(tree, hash);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, Hash hash) {
        hash.add(tree.getIdentifier());
        return super.visitMemberSelect(tree, hash);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Hash hash) {
        hash.add(tree.getMode().name()).add(tree.getName());
        return super.visitMemberReference(tree, hash);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, Hash hash) {
        hash.add(literal(tree.getValue()));
        return super.visitLiteral(tree, hash);
    }

    @Override
    public @Nullable Void visitTypeParameter(TypeParameterTree tree, Hash hash) {
        hash.add(tree.getName());
        return super.visitTypeParameter(tree, hash);
    }

    @Override
    public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, Hash hash) {
        hash.add(tree.getPrimitiveTypeKind().name());
        return super.visitPrimitiveType(tree, hash);
    }

    @Override
    public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Hash hash) {
        hash.add(tree.getLabel());
        return super.visitLabeledStatement(tree, hash);
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, Hash hash) {
        hash.add(String.valueOf(tree.getLabel()));
        return super.visitBreak(tree, hash);
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, Hash hash) {
        hash.add(String.valueOf(tree.getLabel()));
        return super.visitContinue(tree, hash);
    }

    private void gap(String sign, Hash hash) {
        if (gapsCount) {
            hash.add(sign);
        }
    }

    /** What the compiler added, such as a default constructor or a record's accessors, has no end in the source. */
    private boolean isInSource(Tree member) {
        return positions.getEndPosition(unit, member) != Diagnostic.NOPOS;
    }

    /** {@code Double.toString} gives other digits since JDK 19, so the bits are taken. */
    private static String literal(@Nullable Object value) {
        if (value instanceof Double number) {
            return Long.toHexString(Double.doubleToLongBits(number));
        }
        if (value instanceof Float number) {
            return Integer.toHexString(Float.floatToIntBits(number));
        }
        return String.valueOf(value);
    }
}
