package dev.waymark.index;

import dev.waymark.error.InvalidMigrationsException;
import dev.waymark.error.InvalidMigrationsException.Problem;
import dev.waymark.graph.RevisionGraph;
import dev.waymark.revision.RevisionInfo;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** The end of one run of the compiler: judges what it saw together with what was there before, and writes the index. */
final class Compilation {

    private final ProcessingEnvironment environment;
    private final Complaints complaints;
    private final ClassOutput output;
    private final OwnRevisions own;

    Compilation(ProcessingEnvironment environment) {
        this.environment = environment;
        this.complaints = new Complaints(environment.getMessager());
        this.output = new ClassOutput(environment.getFiler());
        this.own = new OwnRevisions(complaints);
    }

    /**
     * Complains, or writes the index.
     *
     * @param compiled the binary names of all top-level classes of this run
     * @param declarations those of them, and of their members, that are revisions
     */
    void finish(Set<String> compiled, List<Declaration> declarations) {
        try {
            OldIndex old = OldIndex.in(output);
            if (old.exists() || !declarations.isEmpty()) {
                own.addKept(old.kept(compiled, output));
                judgeAndWrite(declarations, old);
            }
        } catch (InvalidMigrationsException unreadable) {
            unreadable.problems().forEach(problem -> complaints.print(Kind.ERROR, Optional.empty(), problem.text()));
        } catch (IOException failure) {
            complaints.print(Kind.ERROR, Optional.empty(), "The index of revisions can't be written: " + failure);
        }
    }

    private void judgeAndWrite(List<Declaration> declarations, OldIndex old) throws IOException {
        if (!readAll(declarations)) {
            return;
        }
        clearWhatIsGone(old);
        ForeignRevisions others = foreignRevisions(old);
        own.complainOfDuplicates(others);
        List<IndexedRevision> foreign = others.around(own.infos());
        Optional<RevisionGraph> graph = graph(foreign);
        graph.ifPresent(this::complainOfForks);
        if (graph.isPresent() && !complaints.failed()) {
            new IndexWriter(output).write(graph.get(), own.all(), foreign);
        }
    }

    /** {@return whether each could be read} A name that is illegal would only be followed by others not found. */
    private boolean readAll(List<Declaration> declarations) {
        DeclarationReader reader = new DeclarationReader(environment, complaints);
        boolean complete = true;
        for (Declaration declaration : declarations) {
            Optional<IndexedRevision> revision = reader.read(declaration);
            revision.ifPresent(read -> own.add(declaration, read));
            complete &= revision.isPresent();
        }
        return complete;
    }

    private void clearWhatIsGone(OldIndex old) throws IOException {
        Set<String> gone = new HashSet<>();
        old.revisions().forEach(revision -> gone.addAll(SingleFile.paths(revision)));
        own.all().forEach(revision -> gone.removeAll(SingleFile.paths(revision)));
        for (String path : gone) {
            output.clear(path);
        }
    }

    private ForeignRevisions foreignRevisions(OldIndex old) {
        Set<String> ownClasses = new HashSet<>(old.classNames());
        own.all().forEach(revision -> ownClasses.add(revision.className()));
        return new ForeignRevisions(environment.getFiler(), environment.getElementUtils(), ownClasses);
    }

    private Optional<RevisionGraph> graph(List<IndexedRevision> foreign) {
        List<RevisionInfo> infos = Stream.concat(
                        own.infos().stream(), foreign.stream().map(IndexedRevision::info))
                .toList();
        try {
            return Optional.of(RevisionGraph.of(infos));
        } catch (InvalidMigrationsException invalid) {
            for (Problem problem : invalid.problems()) {
                complaints.print(Kind.ERROR, new ProblemPlace(own).of(problem), problem.text());
            }
            return Optional.empty();
        }
    }

    private void complainOfForks(RevisionGraph graph) {
        requireKnownOption();
        Optional<Kind> kind = forkKind();
        kind.ifPresent(shown -> new ForkRule(graph)
                .forks().stream()
                        .filter(fork -> own.contains(fork.one()) || own.contains(fork.other()))
                        .forEach(fork -> complaints.print(shown, new ProblemPlace(own).of(fork), fork.text())));
    }

    private void requireKnownOption() {
        String constructors = environment.getOptions().getOrDefault(MigrationShape.OPTION, "any");
        if (!constructors.equals("any")) {
            complaints.print(
                    Kind.ERROR,
                    Optional.empty(),
                    "The option -A%s is '%s': it may be 'any'.".formatted(MigrationShape.OPTION, constructors));
        }
    }

    private Optional<Kind> forkKind() {
        String option = environment.getOptions().getOrDefault(ForkRule.OPTION, "error");
        return switch (option) {
            case "error" -> Optional.of(Kind.ERROR);
            case "warn" -> Optional.of(Kind.WARNING);
            default -> {
                complaints.print(
                        Kind.ERROR,
                        Optional.empty(),
                        "The option -A%s is '%s': it may be 'error' or 'warn'.".formatted(ForkRule.OPTION, option));
                yield Optional.empty();
            }
        };
    }
}
