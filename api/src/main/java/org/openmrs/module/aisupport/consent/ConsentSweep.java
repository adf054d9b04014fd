/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;
import org.openmrs.module.aisupport.consent.ConsentCandidates.Candidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for everything that nothing told the keeper: what happened while the module was stopped, what bypassed the platform, what only
 * the clock knows. Bounded in memory; one patient whose record makes trouble keeps nobody else from being looked after.
 */
public class ConsentSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentSweep.class);

    private final ConsentCandidates candidates;
    private final ConsentKeeper keeper;

    public ConsentSweep(ConsentCandidates candidates, ConsentKeeper keeper) {
        this.candidates = candidates;
        this.keeper = keeper;
    }

    public void run() {
        for (ConsentCandidates.Search search : candidates.searches()) {
            run(search);
        }
    }

    private void run(ConsentCandidates.Search search) {
        int after = 0;
        List<Candidate> page;
        do {
            page = candidates.page(search, after);
            page.forEach(this::attend);
            after = page.isEmpty() ? after : page.get(page.size() - 1).place();
        } while (page.size() == ConsentCandidates.PAGE
                && !Thread.currentThread().isInterrupted());
    }

    private void attend(Candidate candidate) {
        try {
            keeper.attend(candidate.patient(), candidate.purpose());
        } catch (RuntimeException e) {
            // Not of whom: the log holds no patient (X3). The keeper finds the same one again.
            LOG.error("event=consent_not_kept_up A sweep tries it again", e);
        }
    }
}
