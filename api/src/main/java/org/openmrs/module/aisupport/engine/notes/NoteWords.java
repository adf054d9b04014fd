/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.engine.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.Evidence;
import org.openmrs.module.aisupport.engine.PersonalData;
import org.openmrs.module.aisupport.engine.Proposal;
import org.openmrs.module.aisupport.engine.ProposedProblem;
import org.openmrs.module.aisupport.snapshot.RecordedNote;

/** What the engine says of what it found, and of itself. */
final class NoteWords {

    static final String ID = "note-coding";
    static final String LABEL = "Problems that a note describes";
    private static final String VERSION = "1";
    private static final int NAME_LENGTH = 70;
    private static final int QUOTE_LENGTH = 240;
    private static final int RULE_LENGTH = 64;

    private static final Proposal.Source MODEL = new Proposal.Source(
            "all-MiniLM-L6-v2, sentence embeddings",
            "Reimers N, Gurevych I: Sentence-BERT: sentence embeddings using Siamese BERT-networks, EMNLP 2019; the model"
                    + " all-MiniLM-L6-v2 of the sentence-transformers project, after Wang W et al.: MiniLM, NeurIPS 2020.",
            "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2");
    private static final Proposal.Source LEXICON = new Proposal.Source(
            "List of pictures that must not be missed",
            "The aisupport project: words that occur together in conditions that must not be missed, version " + VERSION
                    + ". No guideline; read by no specialist yet.",
            "");
    private static final String LIMITS =
            "Similar wording is not a diagnosis: the model compares texts and knows no medicine. It reads English only, of the"
                    + " notes of the last two weeks. It overlooks much, serious illness too, so no proposal says nothing.";
    private static final String DANGER_LIMITS =
            "Words were found, nobody was examined: it may be something harmless, or long excluded. The list knows few pictures"
                    + " of few conditions, so its silence says nothing.";

    private NoteWords() {}

    /** @param off this site does not use it: nothing is read for it */
    static EngineCard card(boolean off) {
        Set<String> inputs = Set.of(NoteCodingEngine.NOTE, NoteCodingEngine.PROBLEMS);
        return new EngineCard(
                ID,
                "Note coding",
                VERSION,
                Optional.empty(),
                "The aisupport project; the model by the sentence-transformers project",
                "The project itself.",
                "Finds problems of this dictionary whose names are worded like something in the GP's note, so that they can be coded.",
                "Support for a GP who writes notes in English. The GP decides what the patient has.",
                LIMITS,
                "On 200 made-up notes that had no part in its making: 88 % of what it showed was right (95 % interval 79 to 94),"
                        + " 56 % of the notes with a problem got a proposal, and 1.5 % of what was denied, feared, past or told"
                        + " of others was shown (docs/note-coding.md). No notes of real patients, no clinical trial.",
                "MPL-2.0 with OpenMRS healthcare disclaimer; the model's weights Apache-2.0",
                off ? Set.of() : inputs,
                List.of(new EngineCard.RuleCard(
                        ID,
                        VERSION,
                        Optional.empty(),
                        Optional.empty(),
                        LABEL,
                        MODEL.citation(),
                        MODEL.url(),
                        "The aisupport project",
                        LocalDate.of(2026, 11, 29),
                        LocalDate.of(2027, 11, 1),
                        Set.of(PersonalData.HEALTH_STATUS_ASSESSMENTS),
                        inputs,
                        Set.of(NoteCodingEngine.NOTE),
                        off)));
    }

    static Proposal similar(NoteCoder.Found found, boolean close, RecordedNote note) {
        String name = found.problem().name();
        return new Proposal(
                rule(found.problem().conceptUuid()),
                VERSION,
                "The note may describe: " + cut(name, NAME_LENGTH) + " (similar wording, not a diagnosis)",
                (close ? "Close" : "Similar") + " wording: what is marked in the note, and “"
                        + cut(found.name(), NAME_LENGTH) + "” in the dictionary or among the wordings of this problem.",
                Proposal.Indicator.INFO,
                Proposal.Kind.DIAGNOSIS,
                MODEL,
                List.of(quote(note, found.piece())),
                LIMITS,
                Optional.of(new ProposedProblem(
                        cut(name, 255), List.of(), Optional.of(found.problem().conceptUuid()))));
    }

    /** @param concept of the dictionary, where it has one for the condition */
    static Proposal danger(
            Dangers.Danger danger, Optional<ProblemIndex.Problem> concept, Affirmed.Piece piece, RecordedNote note) {
        return new Proposal(
                rule(concept.map(ProblemIndex.Problem::conceptUuid).orElse(danger.name())),
                VERSION,
                "The note reads like: " + danger.name() + ". Named because it must not be missed.",
                "These words occur together in it, and in harmless things too. It is named because it must not be missed, not because it is likely.",
                Proposal.Indicator.WARNING,
                Proposal.Kind.DIAGNOSIS,
                LEXICON,
                List.of(quote(note, piece)),
                DANGER_LIMITS,
                Optional.of(
                        new ProposedProblem(danger.name(), List.of(), concept.map(ProblemIndex.Problem::conceptUuid))));
    }

    /** Before the colon the rule's name on the card; behind it what it speaks of, so that one stands for itself. */
    private static String rule(String of) {
        return cut(ID + ":" + of, RULE_LENGTH);
    }

    /** The sentence, with what was read as the problem in quotation marks. */
    private static Evidence quote(RecordedNote note, Affirmed.Piece piece) {
        String text = note.text();
        int room = Math.max(0, QUOTE_LENGTH - (piece.end() - piece.start())) / 2;
        int from = Math.max(piece.sentenceStart(), piece.start() - room);
        int to = Math.min(piece.sentenceEnd(), piece.end() + room);
        String quoted = (from > piece.sentenceStart() ? "…" : "")
                + text.substring(from, piece.start())
                + "«" + cut(text.substring(piece.start(), piece.end()), QUOTE_LENGTH) + "»"
                + text.substring(piece.end(), to)
                + (to < piece.sentenceEnd() ? "…" : "");
        return new Evidence(
                Evidence.Stance.FOR,
                Optional.of(note.record()),
                note.name(),
                Optional.of(cut(quoted.replaceAll("\\s+", " "), 255)),
                Optional.of(note.at()));
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
