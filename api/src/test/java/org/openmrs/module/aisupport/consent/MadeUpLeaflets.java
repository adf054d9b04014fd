/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.consent;

import java.util.List;

/**
 * Three made-up versions, in English and Danish: 1 is the first, 2 rewords own-care and quality (editorial), 3 names another
 * recipient for own-care (material, that purpose only).
 */
public final class MadeUpLeaflets {

    private static final List<LeafletVersion> ALL =
            Leaflets.load("/leaflets-made-up/").versions();

    private MadeUpLeaflets() {}

    /** The leaflets as they were when that version was the current one. */
    public static Leaflets asOf(String version) {
        int position = ALL.stream().map(LeafletVersion::version).toList().indexOf(version);
        return new Leaflets(ALL.subList(0, position + 1));
    }
}
