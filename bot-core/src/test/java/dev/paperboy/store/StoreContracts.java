package dev.paperboy.store;

import dev.paperboy.access.Installations;
import dev.paperboy.access.InstallationsContract;
import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import dev.paperboy.catalog.ChangesContract;
import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.InboxContract;
import dev.paperboy.chat.LongLines;
import dev.paperboy.chat.LongLinesContract;
import dev.paperboy.delivery.AgendaContract;
import dev.paperboy.delivery.DeliveriesContract;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import dev.paperboy.people.People;
import dev.paperboy.people.PeopleContract;
import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.SubscriptionsContract;
import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import java.util.List;
import java.util.function.Function;

/** Every contract that the store keeps, each tried on both engines. */
final class StoreContracts {
  /**
   * @param on a contract's tests over the port of an open store
   */
  record Tried(Class<?> contract, Function<Store, Object> on) {}

  static final List<Tried> ALL =
      List.of(
          new Tried(CatalogContract.class, StoreContracts::catalog),
          new Tried(ChangesContract.class, StoreContracts::changes),
          new Tried(ReadersContract.class, StoreContracts::readers),
          new Tried(InstallationsContract.class, StoreContracts::installations),
          new Tried(SubscriptionsContract.class, StoreContracts::subscriptions),
          new Tried(AgendaContract.class, StoreContracts::agenda),
          new Tried(DeliveriesContract.class, StoreContracts::deliveries),
          new Tried(PeopleContract.class, StoreContracts::people),
          new Tried(InboxContract.class, StoreContracts::inbox),
          new Tried(LongLinesContract.class, StoreContracts::longLines),
          new Tried(TidyContract.class, StoreContracts::tidy),
          new Tried(VectorsContract.class, StoreContracts::vectors),
          new Tried(KeptSummariesContract.class, StoreContracts::keptSummaries));

  private StoreContracts() {}

  private static Object catalog(Store store) {
    return new CatalogContract() {
      @Override
      protected Catalog catalog() {
        return store.catalog();
      }
    };
  }

  private static Object agenda(Store store) {
    return new AgendaContract() {
      @Override
      protected Store store() {
        return store;
      }
    };
  }

  private static Object deliveries(Store store) {
    return new DeliveriesContract() {
      @Override
      protected Store store() {
        return store;
      }
    };
  }

  private static Object changes(Store store) {
    return new ChangesContract() {
      @Override
      protected Catalog catalog() {
        return store.catalog();
      }
    };
  }

  private static Object readers(Store store) {
    return new ReadersContract() {
      @Override
      protected Readers readers() {
        return store.readers();
      }
    };
  }

  private static Object vectors(Store store) {
    return new VectorsContract() {
      @Override
      protected Vectors vectors() {
        return store.vectors();
      }
    };
  }

  private static Object keptSummaries(Store store) {
    return new KeptSummariesContract() {
      @Override
      protected KeptSummaries kept() {
        return store.keptSummaries();
      }
    };
  }

  private static Object installations(Store store) {
    return new InstallationsContract() {
      @Override
      protected Installations installations() {
        return store.installations();
      }
    };
  }

  private static Object subscriptions(Store store) {
    return new SubscriptionsContract() {
      @Override
      protected Subscriptions subscriptions() {
        return store.subscriptions();
      }
    };
  }

  private static Object people(Store store) {
    return new PeopleContract() {
      @Override
      protected People people() {
        return store.people();
      }
    };
  }

  private static Object inbox(Store store) {
    return new InboxContract() {
      @Override
      protected Inbox inbox() {
        return store.inbox();
      }
    };
  }

  private static Object longLines(Store store) {
    return new LongLinesContract() {
      @Override
      protected LongLines lines() {
        return store.longLines();
      }
    };
  }

  private static Object tidy(Store store) {
    return new TidyContract() {
      @Override
      protected Store store() {
        return store;
      }
    };
  }
}
