/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.probe;

import org.hibernate.SessionFactory;
import org.springframework.transaction.annotation.Transactional;

@Transactional
public class ProbeServiceImpl implements ProbeService {

    private final SessionFactory sessions;

    public ProbeServiceImpl(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onStartup() {}

    @Override
    public void onShutdown() {}

    @Override
    public void add(String text) {
        sessions.getCurrentSession().save(new ProbeNote(text));
    }

    @Override
    public long count() {
        return sessions.getCurrentSession()
                .createQuery("select count(*) from ProbeNote", Long.class)
                .uniqueResult();
    }
}
