/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.openmrs.module.aisupport.persistence.MicrosConverter;

/**
 * When each suggestion was first shown to somebody (A4). Beside the suggestion and not in it: to look at a list must neither change what
 * is decided on nor wait for who decides. The audit has each view too, but of a list only how many it held.
 */
final class FirstShown {

    private static final String TABLE = "aisupport_suggestion_shown";

    private final SessionFactory sessions;
    private final Clock clock;

    FirstShown(SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A suggestion that was shown before keeps its first time. In the order of the key, so that two who look never wait crosswise. */
    void note(List<Suggestion> shown) {
        if (shown.isEmpty()) {
            return;
        }
        List<Long> ids = shown.stream().map(Suggestion::getId).sorted().toList();
        NativeQuery<?> insert = sessions.getCurrentSession()
                .createNativeQuery("insert ignore into " + TABLE + " (suggestion_id, shown_micros) values "
                        + ids.stream().map(id -> "(?, ?)").collect(Collectors.joining(", ")))
                .addSynchronizedQuerySpace(TABLE);
        Long now = new MicrosConverter().convertToDatabaseColumn(clock.instant());
        int place = 1;
        for (Long id : ids) {
            insert.setParameter(place++, id).setParameter(place++, now);
        }
        insert.executeUpdate();
    }
}
