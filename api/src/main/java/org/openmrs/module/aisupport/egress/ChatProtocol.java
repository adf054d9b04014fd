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
import org.openmrs.module.aisupport.engine.outside.llm.ChatClient;
import org.openmrs.module.aisupport.engine.outside.llm.ChatEngine;
import org.openmrs.module.aisupport.engine.outside.llm.ChatModel;
import org.openmrs.module.aisupport.validation.InvalidRequestException;

/** Language models. What was found is the model's name, as its server lists it. */
final class ChatProtocol implements OutsideProtocol {

    /** Of an answer: more than ten suggestions take, and an end to what it costs. */
    private static final int MOST_TOKENS = 2_000;

    private final OutsideLines lines;

    ChatProtocol(OutsideLines lines) {
        this.lines = lines;
    }

    @Override
    public String look(OutsideEngineSetup setup, String caller) {
        ChatClient.Listed models = client(setup).models(caller);
        models.problem().ifPresent(problem -> {
            throw InvalidRequestException.of("url", "notFound", problem);
        });
        String model = setup.endpoint().model();
        if (!models.names().contains(model)) {
            throw InvalidRequestException.of("model", "unknown", "Its server lists no such model.");
        }
        return model;
    }

    @Override
    public List<String> wants(String described) {
        return List.of();
    }

    @Override
    public About about(OutsideEngineSetup setup, String described) {
        return new About(
                "The language model " + described + ": points out what a colleague might ask the GP to look at.",
                "It may be wrong in any way that a text can be. Each suggestion cites records; that they exist and that its"
                        + " numbers stand in them was checked, whether it concludes rightly was not.");
    }

    @Override
    public OutsideEngine engine(OutsideEngineSetup setup, String described, EngineCard card) {
        return new ChatEngine(
                card,
                new ChatModel(described, setup.name() + " (" + described + ")", MOST_TOKENS),
                setup.disclosure(),
                client(setup));
    }

    private ChatClient client(OutsideEngineSetup setup) {
        return new ChatClient(lines.patientCalls(), setup.id(), setup.endpoint().address(), lines.secretOf(setup));
    }
}
