package partnership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The package from plain Java: no unsigned numbers, no mangled names. */
class JavaCallerTest {
    @Test
    void javaAsksAndGetsValues() throws PartnershipException {
        try (Dataset dataset = Dataset.Companion.embedded();
                DatasetView view = dataset.view(null, null, "en")) {
            Projects page = view.projects(List.of(new Filter.Id(List.of("kadif"))), 0, 10);
            Project kadif = page.getRows().get(0);
            assertEquals(ProjectForm.PROJECT, kadif.getForm());
            Amount sum = kadif.getBudget().get(0).getAmount().get(0);
            assertEquals(new BigDecimal("30000000"), Values.getDecimal(sum));
            assertTrue(page.getAnswer().getTotal() == 1);
            PartnershipException error =
                    assertThrows(PartnershipException.Question.class, () -> view.query("piller:B", 0, 10));
            assertEquals("pillar", Datasets.getSuggestion(error));
        }
    }
}
