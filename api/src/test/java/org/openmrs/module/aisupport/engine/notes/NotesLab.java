/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.persistence.TextVectors;
import org.openmrs.module.aisupport.persistence.Transactions;
import org.openmrs.module.aisupport.platform.ProblemDictionary.ProblemName;
import org.openmrs.module.aisupport.snapshot.Snapshot;
import org.openmrs.module.aisupport.testing.FakeSettings;
import org.openmrs.module.aisupport.testing.House;
import org.springframework.orm.hibernate5.HibernateTransactionManager;

/** The engine with the real model and a dictionary that a test chose. Needs a database, as the module does. */
final class NotesLab implements AutoCloseable {

    final FakeSettings settings = new FakeSettings();
    final ProblemIndexKeeper keeper;
    private final List<ProblemName> dictionary;
    private final ProblemNames names;
    private final NoteCoder coder = NoteCoder.load(Abbreviations.load());
    private final NoteCodingEngine engine;

    NotesLab(List<ProblemName> dictionary) {
        this(dictionary, SentenceEncoder.open());
    }

    NotesLab(List<ProblemName> dictionary, EncoderAnswer encoder) {
        this.dictionary = dictionary;
        Dangers dangers = Dangers.load();
        this.names = new ProblemNames((classes, language) -> this.dictionary, dangers);
        this.keeper = new ProblemIndexKeeper(
                settings,
                names,
                new TextVectors(House.sessions(), "all-minilm-l6-v2-q/int8/1.26.0"),
                new Transactions(new HibernateTransactionManager(House.sessions())),
                task -> CompletableFuture.completedFuture(null), // only when the test says so
                () -> encoder,
                Duration.ofDays(1));
        this.engine = NoteCodingEngine.load(keeper, dangers);
        keeper.refresh();
    }

    SuggestionEngine asSetUp() {
        return engine.asSetUp();
    }

    EngineAnswer suggest(Snapshot snapshot) {
        return asSetUp().suggest(snapshot);
    }

    Optional<String> problem() {
        return asSetUp().problem();
    }

    Optional<String> progress() {
        return asSetUp().progress();
    }

    List<ProblemNames.Named> names() {
        return names.read().names();
    }

    /** What the note says of the patient now, with short forms written out. */
    String written(String note) {
        return String.join("\n", coder.read(note).written());
    }

    /** Every problem that may be meant, the most like first. */
    Stream<NoteCoder.Found> ranked(String note) {
        ProblemIndexKeeper.Reader reader = keeper.reader().orElseThrow();
        return coder.ranked(coder.read(note).said(), reader.index(), reader.encoder());
    }

    @Override
    public void close() {
        keeper.close();
    }
}
