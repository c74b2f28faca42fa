"""Steps of the lab's pipelines: fit a line by gradient descent and log the loss to MLflow.

Credentials come from ~/.mlflow/credentials alone, as MLflow itself reads them; nothing here handles a password.
"""
import time

import mlflow
from itwinai.components import BaseComponent, monitor_exec


def fit(points, epochs, seconds, learning_rate, log):
    """Slope of y = slope * x after some epochs; `log(epoch, loss)` is called after each."""
    slope = 0.0
    for epoch in range(1, epochs + 1):
        gradient = sum(2 * (slope * x - y) * x for x, y in points) / len(points)
        slope -= learning_rate * gradient
        loss = sum((slope * x - y) ** 2 for x, y in points) / len(points)
        log(epoch, loss)
        time.sleep(seconds)
    return slope


class MakeData(BaseComponent):
    """Points on the line y = 3 x."""

    def __init__(self, count: int):
        super().__init__()
        self.save_parameters(**self.locals2params(locals()))
        self.count = count

    @monitor_exec
    def execute(self):
        return [(i / self.count, 3 * i / self.count) for i in range(self.count)]


class Logged(BaseComponent):
    """A step whose work is an MLflow run."""

    def __init__(self, tracking_uri: str, experiment_name: str, run_name: str, epochs: int, seconds_per_epoch: float):
        super().__init__()
        self.tracking_uri = tracking_uri
        self.experiment_name = experiment_name
        self.run_name = run_name
        self.epochs = epochs
        self.seconds = seconds_per_epoch

    def _open(self):
        mlflow.set_tracking_uri(self.tracking_uri)
        mlflow.set_experiment(self.experiment_name)

    def _fit(self, points, learning_rate):
        def log(epoch, loss):
            mlflow.log_metric("loss", loss, step=epoch)
            print(f"epoch {epoch}/{self.epochs} loss={loss:.4f}", flush=True)

        mlflow.log_param("learning_rate", learning_rate)
        slope = fit(points, self.epochs, self.seconds, learning_rate, log)
        mlflow.log_metric("slope", slope)
        return slope


class Fit(Logged):
    def __init__(self, learning_rate: float, **rest):
        super().__init__(**rest)
        self.save_parameters(learning_rate=learning_rate, **rest)
        self.learning_rate = learning_rate

    @monitor_exec
    def execute(self, points):
        self._open()
        with mlflow.start_run(run_name=self.run_name) as run:
            print(f"MLflow run {run.info.run_id}", flush=True)
            slope = self._fit(points, self.learning_rate)
        print(f"training finished, slope={slope:.3f}", flush=True)
        return slope


class Search(Logged):
    """One child run per learning rate."""

    def __init__(self, trials: int, **rest):
        super().__init__(**rest)
        self.save_parameters(trials=trials, **rest)
        self.trials = trials

    @monitor_exec
    def execute(self, points):
        self._open()
        slopes = {}
        with mlflow.start_run(run_name=self.run_name) as run:
            print(f"MLflow run {run.info.run_id}", flush=True)
            for trial in range(1, self.trials + 1):
                rate = 0.1 * trial
                print(f"trial {trial}/{self.trials} learning_rate={rate:.2f}", flush=True)
                with mlflow.start_run(run_name=f"trial_{trial}", nested=True):
                    slopes[rate] = self._fit(points, rate)
            best = min(slopes, key=lambda rate: abs(slopes[rate] - 3))
            mlflow.log_metric("best_learning_rate", best)
        print(f"search finished, best learning_rate={best:.2f}", flush=True)
        return best
