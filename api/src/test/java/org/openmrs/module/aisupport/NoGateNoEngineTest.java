/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Harm: somebody forgets to ask the gate. Code that doesn't ask must not even compile; each source here tries one way around it. */
@Tag("C5")
@Tag("E1")
class NoGateNoEngineTest {

    private static final String SOURCE =
            """
            package org.example.elsewhere;

            import java.time.Instant;
            import java.time.ZoneId;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.Set;
            import org.openmrs.module.aisupport.consent.*;
            import org.openmrs.module.aisupport.engine.*;
            import org.openmrs.module.aisupport.platform.PatientRef;
            import org.openmrs.module.aisupport.snapshot.*;

            class Somebody {
                %s
            }
            """;

    @TempDir
    private Path classes;

    @Test
    void who_asks_the_gate_gets_a_snapshot_and_may_call_an_engine() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        EngineAnswer suggest(ConsentGate gate, SnapshotBuilder builder, SuggestionEngine engine, PatientRef patient) {
                            GateAnswer answer = gate.ask(patient, Purpose.OWN_CARE);
                            if (answer instanceof GateAnswer.Granted granted) {
                                return engine.suggest(builder.build(granted.permit(), engine.card().inputs()));
                            }
                            throw new ConsentMissingException((GateAnswer.Denied) answer);
                        }"""))
                .isEmpty();
    }

    @Test
    void trust01_without_the_gate_there_is_no_permit_to_build_a_snapshot_with() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        Snapshot read(SnapshotBuilder builder, PatientRef patient) {
                            return builder.build(patient, Set.of("egfr"));
                        }"""))
                .containsExactly("compiler.err.prob.found.req");
    }

    @Test
    void trust01_a_gates_answer_is_no_permit_until_it_is_looked_at() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        Snapshot read(ConsentGate gate, SnapshotBuilder builder, PatientRef patient) {
                            return builder.build(gate.ask(patient, Purpose.OWN_CARE).permit(), Set.of("egfr"));
                        }"""))
                .containsExactly("compiler.err.cant.resolve.location.args");
    }

    @Test
    void trust01_nobody_else_makes_a_permit() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        Permit forge(PatientRef patient) {
                            return new Permit(patient, Purpose.OWN_CARE, true, java.util.Set.of(), Instant.now());
                        }"""))
                .containsExactly("compiler.err.not.def.public.cant.access");
    }

    @Test
    void trust01_nobody_inherits_a_permit() throws IOException {
        assertThat(errorsOf("static class Forged extends Permit {}")).contains("compiler.err.cant.inherit.from.final");
    }

    @Test
    void trust01_there_is_no_third_answer_of_the_gate() throws IOException {
        assertThat(errorsOf("record Perhaps() implements GateAnswer {}"))
                .containsExactly("compiler.err.cant.inherit.from.sealed");
    }

    @Test
    void trust01_nobody_else_makes_a_snapshot() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        Snapshot forge(PatientFacts facts) {
                            return new Snapshot(facts, Instant.now(), ZoneId.of("UTC"), null, null);
                        }"""))
                .containsExactly("compiler.err.not.def.public.cant.access");
    }

    @Test
    void trust01_nobody_inherits_a_snapshot() throws IOException {
        assertThat(errorsOf("static class Forged extends Snapshot {}"))
                .contains("compiler.err.cant.inherit.from.final");
    }

    @Test
    void trust01_an_engine_takes_nothing_but_a_snapshot() throws IOException {
        assertThat(
                        errorsOf(
                                """
                        EngineAnswer suggest(SuggestionEngine engine, PatientRef patient) {
                            return engine.suggest(patient);
                        }"""))
                .containsExactly("compiler.err.prob.found.req");
    }

    /** The compiler's own names of what it objects to; its words depend on the language of the machine. */
    private List<String> errorsOf(String members) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-classpath", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none");
        boolean compiled = compiler.getTask(null, null, found, options, null, List.of(new Source(members)))
                .call();
        List<String> errors = found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Diagnostic::getCode)
                .toList();
        assertThat(compiled).as(found.getDiagnostics().toString()).isEqualTo(errors.isEmpty());
        return errors;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String members;

        Source(String members) {
            super(URI.create("string:///org/example/elsewhere/Somebody.java"), Kind.SOURCE);
            this.members = members;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return String.format(Locale.ROOT, SOURCE, members);
        }
    }
}
