import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.loader.IdlTokenizer;
import software.amazon.smithy.model.loader.ModelAssembler;
import software.amazon.smithy.model.loader.ModelDiscovery;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.selector.Selector;
import software.amazon.smithy.model.shapes.ModelSerializer;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.SmithyIdlModelSerializer;
import software.amazon.smithy.model.validation.ValidatedResult;
import software.amazon.smithy.model.validation.ValidationEvent;
import software.amazon.smithy.syntax.Formatter;
import software.amazon.smithy.syntax.TokenTree;

/**
 * Answers questions about models with the reference implementation: reads one JSON object a line
 * and writes one JSON object a line, until the input ends.
 *
 * A question: {"files": [[path, text], ...], "ast": true, "format": true, "idl": true, "selectors": [...]}.
 */
public final class Reference {
    private static final String LIBRARY = "library:";
    private static final Pattern NAMESPACE = Pattern.compile("\\b((?:aws|smithy)\\.[a-z]+)#");
    private static final long SECONDS_FOR_ANSWER = 60;

    /** The files of each trait library, by namespace. */
    private final Map<String, Map<String, String>> libraries = new TreeMap<>();

    public static void main(String[] arguments) throws Exception {
        new Reference().run();
    }

    private void run() throws Exception {
        readLibraries();
        // Validators may print; the answers are the only output.
        PrintStream output = System.out;
        System.setOut(System.err);
        PrintStream answers = new PrintStream(output, false, StandardCharsets.UTF_8);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ExecutorService worker = newWorker();
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            ObjectNode question = Node.parse(line).expectObjectNode();
            Future<Node> answer = worker.submit(() -> answer(question));
            Node result;
            try {
                result = answer.get(SECONDS_FOR_ANSWER, TimeUnit.SECONDS);
            } catch (TimeoutException error) {
                answer.cancel(true);
                worker = newWorker();
                result = failure("timeout");
            }
            answers.print(Node.printJson(result));
            answers.print('\n');
            answers.flush();
        }
        System.exit(0);
    }

    private static ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "reference", 64 << 20);
            thread.setDaemon(true);
            return thread;
        });
    }

    private void readLibraries() throws Exception {
        Pattern namespace = Pattern.compile("(?m)^namespace\\s+(\\S+)");
        for (URL url : ModelDiscovery.findModels(Reference.class.getClassLoader())) {
            try (InputStream stream = url.openStream()) {
                String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                Matcher matcher = namespace.matcher(text);
                String name = matcher.find() ? matcher.group(1) : "";
                libraries.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(LIBRARY + url, text);
            }
        }
    }

    private Node answer(ObjectNode question) {
        ObjectNode.Builder answer = ObjectNode.builder();
        Map<String, String> files = new LinkedHashMap<>();
        for (Node file : question.expectArrayMember("files").getElements()) {
            List<Node> pair = file.expectArrayNode().getElements();
            files.put(pair.get(0).expectStringNode().getValue(), pair.get(1).expectStringNode().getValue());
        }
        try {
            ValidatedResult<Model> result = assemble(files);
            answer.withMember("broken", result.isBroken());
            answer.withMember("events", events(result.getValidationEvents()));
            if (result.getResult().isPresent()) {
                describe(question, result.getResult().get(), answer);
            }
        } catch (Throwable error) {
            answer.withMember("failure", String.valueOf(error));
        }
        if (question.getBooleanMemberOrDefault("format")) {
            answer.withMember("formatted", format(files));
        }
        return answer.build();
    }

    private static Node failure(String reason) {
        return Node.objectNode().withMember("failure", reason);
    }

    private ValidatedResult<Model> assemble(Map<String, String> files) throws Exception {
        ModelAssembler assembler = Model.assembler(Reference.class.getClassLoader());
        TreeSet<String> used = new TreeSet<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            addUsed(file.getValue(), used);
            // Files on disk name their parser by extension; so do these.
            assembler.addUnparsedModel(file.getKey(), file.getValue());
        }
        for (String namespace : used) {
            libraries.get(namespace).forEach(assembler::addUnparsedModel);
        }
        return assembler.assemble();
    }

    /** Adds the libraries that a text uses, and those that these use. */
    private void addUsed(String text, TreeSet<String> used) {
        Matcher matcher = NAMESPACE.matcher(text);
        while (matcher.find()) {
            String namespace = matcher.group(1);
            Map<String, String> library = libraries.get(namespace);
            if (library != null && used.add(namespace)) {
                library.values().forEach(inner -> addUsed(inner, used));
            }
        }
    }

    private static void describe(ObjectNode question, Model model, ObjectNode.Builder answer) {
        if (question.getBooleanMemberOrDefault("ast")) {
            ModelSerializer serializer = ModelSerializer.builder().shapeFilter(Reference::isOwn).build();
            answer.withMember("ast", attempt(() -> serializer.serialize(model)));
        }
        if (question.getBooleanMemberOrDefault("idl")) {
            answer.withMember("idl", attempt(() -> idl(model)));
        }
        question.getArrayMember("selectors").ifPresent(selectors -> {
            ArrayNode.Builder results = ArrayNode.builder();
            for (Node selector : selectors.getElements()) {
                String text = selector.expectStringNode().getValue();
                results.withValue(attempt(() -> select(model, text)));
            }
            answer.withMember("selected", results.build());
        });
    }

    private static boolean isOwn(Shape shape) {
        String file = shape.getSourceLocation().getFilename();
        return !file.startsWith(LIBRARY) && !file.endsWith("prelude.smithy");
    }

    private interface Attempt {
        Node run() throws Exception;
    }

    private static Node attempt(Attempt attempt) {
        try {
            return attempt.run();
        } catch (Throwable error) {
            return failure(String.valueOf(error));
        }
    }

    private static Node idl(Model model) {
        ObjectNode.Builder files = ObjectNode.builder();
        SmithyIdlModelSerializer serializer =
                SmithyIdlModelSerializer.builder().shapeFilter(Reference::isOwn).build();
        for (Map.Entry<Path, String> file : new TreeMap<>(serializer.serialize(model)).entrySet()) {
            files.withMember(file.getKey().toString(), file.getValue());
        }
        return files.build();
    }

    private static Node select(Model model, String selector) {
        ArrayNode.Builder ids = ArrayNode.builder();
        TreeSet<String> sorted = new TreeSet<>();
        for (Shape shape : Selector.parse(selector).select(model)) {
            if (isOwn(shape)) {
                sorted.add(shape.getId().toString());
            }
        }
        sorted.forEach(ids::withValue);
        return ids.build();
    }

    private static Node format(Map<String, String> files) {
        ObjectNode.Builder formatted = ObjectNode.builder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (file.getKey().endsWith(".smithy")) {
                Node text = attempt(() -> {
                    TokenTree tree = TokenTree.of(IdlTokenizer.create(file.getKey(), file.getValue()));
                    return Node.from(Formatter.format(tree));
                });
                formatted.withMember(file.getKey(), text);
            }
        }
        return formatted.build();
    }

    private static Node events(List<ValidationEvent> events) {
        ArrayNode.Builder nodes = ArrayNode.builder();
        for (ValidationEvent event : events) {
            if (event.getSourceLocation().getFilename().startsWith(LIBRARY)) {
                continue;
            }
            ObjectNode.Builder node = ObjectNode.builder()
                    .withMember("severity", event.getSeverity().toString())
                    .withMember("id", event.getId())
                    .withMember("message", event.getMessage())
                    .withMember("file", event.getSourceLocation().getFilename())
                    .withMember("line", event.getSourceLocation().getLine())
                    .withMember("column", event.getSourceLocation().getColumn());
            event.getShapeId().ifPresent(id -> node.withMember("shape", id.toString()));
            event.getSuppressionReason().ifPresent(reason -> node.withMember("reason", reason));
            nodes.withValue(node.build());
        }
        return nodes.build();
    }
}
