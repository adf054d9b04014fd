/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What must be so before anything is read, written down from the requirements C1 to C7 and C10 without a look at the rules. It knows only
 * what people said and what became of them; it may be more generous than the gate, and the gate never more generous than this.
 */
final class LifeModel {

    private static final int ADULT_AGE = 18;
    private static final int LONGEST_MONTHS = 24;

    private final Map<Purpose, Deque<Word>> words = new EnumMap<>(Purpose.class);
    private final List<MergedIn> merged = new ArrayList<>();
    private final ZoneId zone;
    private LocalDate born;
    private boolean dead;

    LifeModel(LocalDate born, ZoneId zone) {
        this.born = born;
        this.zone = zone;
        LifeStep.PURPOSES.forEach(purpose -> words.put(purpose, new ArrayDeque<>()));
    }

    /** A yes, or with no giver a no. */
    private record Word(Giver.Role by, boolean sensitive, Instant at, Instant effective, Instant expires) {
        boolean isYes() {
            return by != null;
        }
    }

    private record MergedIn(Instant at, boolean saidYes) {}

    void grant(Purpose purpose, Giver.Role by, boolean sensitive, Instant at, Instant effective, Instant expires) {
        Instant longest =
                effective.atZone(zone).plusMonths(LONGEST_MONTHS).toInstant().plusSeconds(1);
        words.get(purpose)
                .push(new Word(
                        by, sensitive, at, effective, expires == null || expires.isAfter(longest) ? longest : expires));
    }

    void no(Purpose purpose) {
        words.get(purpose).push(new Word(null, false, null, null, null));
    }

    void takeBack(Purpose purpose) {
        words.get(purpose).poll();
    }

    void die() {
        dead = true;
    }

    void merge(Instant at, boolean saidYes) {
        merged.add(new MergedIn(at, saidYes));
    }

    void bornOn(LocalDate date) {
        born = date;
    }

    /** Whoever comes by and finds a yes that no longer holds, or an attribute that no longer says it, ends it for good. */
    void sweep(Instant now, boolean attributeSaysYes) {
        for (Purpose purpose : LifeStep.PURPOSES) {
            Word word = words.get(purpose).peek();
            boolean contradicted = purpose == Purpose.OWN_CARE && !attributeSaysYes;
            boolean ended = word != null
                    && word.isYes()
                    && (contradicted
                            || !now.isBefore(word.expires())
                            || (word.by() == Giver.Role.GUARDIAN && isAdult(now))
                            || !mergedSaidYes(word));
            if (ended) {
                no(purpose);
            }
        }
    }

    boolean mayBeYes(Purpose purpose, Instant now, boolean attributeSaysYes) {
        List<Purpose> needed = purpose == Purpose.EXTERNAL_PROCESSING
                ? List.of(Purpose.OWN_CARE, Purpose.EXTERNAL_PROCESSING)
                : List.of(purpose);
        return !dead && needed.stream().allMatch(one -> isLive(one, now, attributeSaysYes));
    }

    boolean mayBeSensitive(Purpose purpose) {
        Word own = words.get(Purpose.OWN_CARE).peek();
        Word asked = words.get(purpose).peek();
        return asked != null
                && asked.sensitive()
                && (purpose != Purpose.EXTERNAL_PROCESSING || (own != null && own.sensitive()));
    }

    private boolean isLive(Purpose purpose, Instant now, boolean attributeSaysYes) {
        Word word = words.get(purpose).peek();
        return word != null
                && word.isYes()
                && !now.isBefore(word.effective())
                && now.isBefore(word.expires())
                && isAdult(now) != (word.by() == Giver.Role.GUARDIAN)
                && mergedSaidYes(word)
                && (purpose != Purpose.OWN_CARE || attributeSaysYes);
    }

    private boolean mergedSaidYes(Word word) {
        return merged.stream().allMatch(one -> one.saidYes() || word.at().isAfter(one.at()));
    }

    private boolean isAdult(Instant now) {
        return !born.plusYears(ADULT_AGE).isAfter(LocalDate.ofInstant(now, zone));
    }
}
