/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.audit.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.openmrs.module.aisupport.persistence.KeyRing;

/**
 * Verifies an exported audit without the server and without any library:
 *
 * <pre>java -cp aisupport-api.jar org.openmrs.module.aisupport.audit.seal.VerifyExport FILE [--keys FILE] [--lost NAME@NUMBER] [--explained NUMBER] [--head FILE]</pre>
 *
 * <p>The keys are what the runtime property {@code aisupport.audit.keys} says, in a file or in the environment variable
 * {@code AISUPPORT_AUDIT_KEYS}; not on the command line, which every user of a machine can read. Lost keys are named as the property
 * {@code aisupport.audit.lostKeys} names them, and what is explained as {@code aisupport.audit.explained} does. Ends with 0 where all is intact, 1 where
 * something is broken, 2 where it can't be told.
 */
public final class VerifyExport {

    static final String VARIABLE = "AISUPPORT_AUDIT_KEYS";

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int UNDECIDED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;

    VerifyExport(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new VerifyExport(System.getenv(), System.out).run(arguments));
    }

    /** The number that the program ends with. */
    int run(String... arguments) {
        try {
            Order order = Order.of(arguments);
            KeyRing keys = keys(order);
            Optional<AuditHead> head =
                    order.head().isPresent() ? Optional.of(head(order.head().get(), keys)) : Optional.empty();
            return verify(order.file(), new ExportFile(new SealTerms(keys, order.lost(), order.explained()), head));
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            return say(UNDECIDED, "Can't tell: " + wrong.getMessage());
        } catch (CharacterCodingException garbled) {
            return say(BROKEN, "Broken: the file has bytes that are no UTF-8, which the server does not write.");
        } catch (IOException unreadable) {
            return say(UNDECIDED, "Can't tell: a file can't be read: " + unreadable.getMessage());
        }
    }

    private record Order(Path file, Optional<Path> keys, LostKeys lost, Explained explained, Optional<Path> head) {

        private static final String USAGE =
                "Give FILE, and then, where there are, --keys FILE, --lost NAME@NUMBER, --explained NUMBER and --head FILE. Without --keys"
                        + " the environment variable " + VARIABLE + " has to hold the keys.";

        static Order of(String... arguments) {
            if (arguments.length % 2 == 0) {
                throw new IllegalArgumentException(USAGE);
            }
            Optional<Path> keys = Optional.empty();
            Optional<Path> head = Optional.empty();
            LostKeys lost = LostKeys.NONE;
            Explained explained = Explained.NOTHING;
            for (int i = 1; i < arguments.length; i += 2) {
                switch (arguments[i]) {
                    case "--keys" -> keys = Optional.of(Path.of(arguments[i + 1]));
                    case "--head" -> head = Optional.of(Path.of(arguments[i + 1]));
                    case "--lost" -> lost = LostKeys.read(arguments[i + 1]);
                    case "--explained" -> explained = Explained.read(arguments[i + 1]);
                    default -> throw new IllegalArgumentException(USAGE);
                }
            }
            return new Order(Path.of(arguments[0]), keys, lost, explained, head);
        }
    }

    private KeyRing keys(Order order) throws IOException {
        String given = order.keys().isPresent()
                ? Files.readString(order.keys().get()).strip()
                : environment.getOrDefault(VARIABLE, "").strip();
        return KeyRing.read(SealKeys.PROPERTY, given);
    }

    private static AuditHead head(Path file, KeyRing keys) throws IOException {
        AuditHead head = ExportLine.readHead(Files.readString(file).strip());
        if (!head.isSignedWith(keys)) {
            throw new IllegalArgumentException("none of these keys signed the given head.");
        }
        return head;
    }

    private int verify(Path file, ExportFile export) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                export.next(line);
            }
        }
        return told(export);
    }

    private int told(ExportFile export) {
        ChainVerdict verdict = export.verdict();
        verdict.last()
                .ifPresent(last -> out.printf(
                        "%d rows stand as they were sealed; the last seal looked at is number %d, audit row %d, hash %s%n",
                        verdict.rows(), last.seq(), last.auditId(), last.hash()));
        if (verdict.unverified() > 0) {
            out.printf("%d rows have a seal that can't be verified here%n", verdict.unverified());
        }
        if (verdict.unsealed() > 0) {
            out.printf("%d rows have no seal yet, so that nothing can be said of them%n", verdict.unsealed());
        }
        if (export.problem().isPresent()) {
            return say(BROKEN, "Broken: " + export.problem().get());
        }
        return switch (verdict.outcome()) {
            case INTACT -> say(INTACT, "Intact.");
            case BROKEN ->
                say(BROKEN, "Broken: " + verdict.finding().orElseThrow().words());
            case UNDECIDED ->
                say(UNDECIDED, "Can't tell: " + verdict.finding().orElseThrow().words());
        };
    }

    private int say(int code, String words) {
        out.println(words);
        return code;
    }
}
