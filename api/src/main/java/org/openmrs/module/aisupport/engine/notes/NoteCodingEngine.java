/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openmrs.module.aisupport.engine.EngineAnswer;
import org.openmrs.module.aisupport.engine.EngineAnswer.Unjudged;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.SuggestionEngine;
import org.openmrs.module.aisupport.snapshot.RecordedNote;
import org.openmrs.module.aisupport.snapshot.Snapshot;

/**
 * Proposes problems of the site's own dictionary that a note's wording is like (E2). It reads in this server; nothing leaves it. Similar
 * wording is no diagnosis, and silence says nothing.
 */
public class NoteCodingEngine implements SuggestionEngine {

    static final String NOTE = "encounter-note";
    static final String PROBLEMS = "problem-list";

    /** A consultation has one or two; more would be somebody copying. */
    private static final int MOST_NOTES = 5;

    private final ProblemIndexKeeper keeper;
    private final NoteCoder coder;
    private final Dangers dangers;
    private final EngineCard card;
    private final Abbreviations abbreviations;
    private final boolean off;

    private NoteCodingEngine(
            ProblemIndexKeeper keeper, NoteCoder coder, Dangers dangers, Abbreviations abbreviations, boolean off) {
        this.keeper = keeper;
        this.coder = coder;
        this.dangers = dangers;
        this.abbreviations = abbreviations;
        this.off = off;
        this.card = NoteWords.card(off);
    }

    public static NoteCodingEngine load(ProblemIndexKeeper keeper, Dangers dangers) {
        Abbreviations own = Abbreviations.load();
        return new NoteCodingEngine(keeper, NoteCoder.load(own), dangers, own, false);
    }

    @Override
    public EngineCard card() {
        return card;
    }

    @Override
    public SuggestionEngine asSetUp() {
        Abbreviations sites = abbreviations.with(keeper.sitesAbbreviations());
        return new NoteCodingEngine(keeper, coder.with(sites), dangers, sites, keeper.isSwitchedOff());
    }

    @Override
    public Optional<String> problem() {
        ProblemIndexKeeper.State state = keeper.state();
        List<String> problems = new ArrayList<>(abbreviations.problems());
        if (!off && !state.well()) {
            problems.add(state.words());
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of("Note coding: " + String.join(" ", problems));
    }

    @Override
    public Optional<String> progress() {
        ProblemIndexKeeper.State state = keeper.state();
        return state.well() ? Optional.of(state.words()) : Optional.empty();
    }

    @Override
    public EngineAnswer suggest(Snapshot snapshot) {
        if (off) {
            return new EngineAnswer(List.of(), List.of(), List.of());
        }
        if (!snapshot.canRead(NOTE)) {
            return lacking(snapshot.labelOf(NOTE)
                    + (snapshot.isLeftOut(NOTE)
                            ? " (may hold topics that this patient left out, and is not read)"
                            : " (this dictionary has no concept for it)"));
        }
        Set<String> unread = new HashSet<>();
        List<Proposal> proposals = new ArrayList<>();
        snapshot.recentNotes(NOTE).stream().limit(MOST_NOTES).forEach(note -> {
            if (English.isWhat(note.text())) {
                proposals.addAll(read(note, snapshot, unread));
            } else {
                unread.add(snapshot.labelOf(NOTE) + " in English (the model reads no other language)");
            }
        });
        List<Unjudged> missing = unread.isEmpty() ? List.of() : List.of(unjudged(List.copyOf(unread)));
        return new EngineAnswer(onceEach(proposals), missing, List.of());
    }

    private List<Proposal> read(RecordedNote note, Snapshot snapshot, Set<String> unread) {
        NoteCoder.Reading reading = coder.read(note.text());
        if (!reading.isWhole()) {
            unread.add(snapshot.labelOf(NOTE) + " in full (it is very long)");
        }
        Predicate<ProblemIndex.Problem> isNew = problem -> !snapshot.isOnProblemList(problem.conceptId());
        Optional<ProblemIndexKeeper.Reader> reader = keeper.reader();
        List<Proposal> proposals = new ArrayList<>();
        Set<ProblemIndex.Problem> named = new HashSet<>();
        for (Dangers.Sign sign : dangers.in(reading.written(), reading.writtenOtherwise())) {
            Optional<ProblemIndex.Problem> concept = reader.flatMap(ready -> ready.problemOf(sign.danger()));
            if (concept.map(isNew::test).orElse(true)) {
                proposals.add(NoteWords.danger(
                        sign.danger(), concept, reading.said().get(sign.at()).piece(), note));
                concept.ifPresent(named::add);
            }
        }
        reader.ifPresentOrElse(
                ready -> coder.find(
                                reading, ready.index(), ready.encoder(), isNew.and(problem -> !named.contains(problem)))
                        .forEach(found -> proposals.add(NoteWords.similar(found, coder.isClose(found), note))),
                () -> unread.add("the index of the dictionary's problems (not ready)"));
        return proposals;
    }

    /** The newest note's, where several say it. */
    private static List<Proposal> onceEach(List<Proposal> proposals) {
        Set<String> seen = new HashSet<>();
        return proposals.stream().filter(proposal -> seen.add(proposal.rule())).toList();
    }

    private static EngineAnswer lacking(String what) {
        return new EngineAnswer(List.of(), List.of(unjudged(List.of(what))), List.of());
    }

    private static Unjudged unjudged(List<String> inputs) {
        return new Unjudged(NoteWords.ID, NoteWords.LABEL, inputs);
    }
}
