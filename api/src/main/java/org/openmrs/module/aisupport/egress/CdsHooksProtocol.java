/*
 * This Source Code Form is subject to the terms of the Mozilla Public License,
 * v. 2.0. If a copy of the MPL was not distributed with this file, You can
 * obtain one at http://mozilla.org/MPL/2.0/. OpenMRS is also distributed under
 * the terms of the Healthcare Disclaimer located at http://openmrs.org/license.
 */
package org.openmrs.module.aisupport.egress;

import java.util.List;
import org.openmrs.module.aisupport.engine.EngineCard;
import org.openmrs.module.aisupport.engine.OutsideEngine;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHooksClient;
import org.openmrs.module.aisupport.engine.outside.cds.CdsHooksEngine;
import org.openmrs.module.aisupport.engine.outside.cds.CdsService;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** Services of CDS Hooks 2.0. What was found is the service's own description (Discovery). */
final class CdsHooksProtocol implements OutsideProtocol {

    private final OutsideLines lines;

    CdsHooksProtocol(OutsideLines lines) {
        this.lines = lines;
    }

    @Override
    public String look(OutsideEngineSetup setup, String caller) {
        CdsHooksClient.Discovered found = client(setup).discover(caller);
        return found
                .discovery()
                .orElseThrow(() -> InvalidRequestException.of(
                        "url", "notFound", found.problem().orElse("There is no such service.")))
                .services()
                .stream()
                .filter(one -> one.id().equals(setup.endpoint().service())
                        && one.hook().word().equals(setup.endpoint().hook()))
                .findFirst()
                .orElseThrow(() -> InvalidRequestException.of(
                        "service", "unknown", "Its server lists no such service on that hook."))
                .json();
    }

    @Override
    public List<String> wants(String described) {
        return CdsService.read(described).prefetch().entrySet().stream()
                .map(query -> query.getKey() + ": " + query.getValue())
                .toList();
    }

    @Override
    public About about(OutsideEngineSetup setup, String described) {
        CdsService service = CdsService.read(described);
        return new About(
                service.title() + (service.description().isBlank() ? "" : ": " + service.description()),
                service.usageRequirements());
    }

    @Override
    public OutsideEngine engine(OutsideEngineSetup setup, String described, EngineCard card) {
        return new CdsHooksEngine(card, CdsService.read(described), setup.disclosure(), client(setup));
    }

    private CdsHooksClient client(OutsideEngineSetup setup) {
        return new CdsHooksClient(lines.calls(), setup.id(), setup.endpoint().address(), lines.secretOf(setup));
    }
}
