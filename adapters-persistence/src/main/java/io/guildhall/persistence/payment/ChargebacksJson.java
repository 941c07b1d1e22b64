package io.guildhall.persistence.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.payment.Chargeback;
import java.util.ArrayList;
import java.util.List;

/** A payment's chargebacks as JSON: few have any, and they are read with their payment only. */
final class ChargebacksJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChargebacksJson() {}

    static String encode(List<Chargeback> chargebacks) {
        ArrayNode array = MAPPER.createArrayNode();
        chargebacks.forEach(chargeback ->
                array.addObject()
                        .put("reference", chargeback.reference())
                        .put("taken_units", chargeback.taken().units())
                        .put("fee_units", chargeback.fee().units())
                        .put("open", chargeback.open()));
        return array.toString();
    }

    static List<Chargeback> decode(String json, Currency currency) {
        try {
            List<Chargeback> chargebacks = new ArrayList<>();
            for (JsonNode one : MAPPER.readTree(json)) {
                chargebacks.add(
                        new Chargeback(
                                one.required("reference").asText(),
                                new Money(one.required("taken_units").longValue(), currency),
                                new Money(one.required("fee_units").longValue(), currency),
                                one.required("open").booleanValue()));
            }
            return chargebacks;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
