"""The stand-in for singularity: homes, mounts, environment, errors, pull. All through ssh on the HPC node."""
from support import LabCase


class Container(LabCase):
    def run_in(self, options, command, image=None):
        return self.ssh(f"singularity exec {options} {image or self.env['LAB_IMAGE']} sh -c '{command}'", host="HPC")

    def test_homes(self):
        home = self.env["LAB_HPC_HOME"]
        self.ssh("mkdir -p other && echo here > marker", host="HPC")
        self.addCleanup(self.ssh, "rm -rf other marker", host="HPC")
        write = "mkdir -p $HOME/.mlflow && echo x > $HOME/.mlflow/credentials && echo written; cat $HOME/marker"
        for options, says, there in (
                ("", "written", True),                           # the user's own home
                ("--containall", "written", False),              # an empty one of its own
                ("--no-home", "Read-only file system", False),   # none, and none can be made
                ("--no-home --compat", "written", False),        # none, but one can be made
                (f"--containall --home {home}/other", "written", False)):
            with self.subTest(options=options):
                result = self.run_in(options, write)
                self.assertIn(says, result.stdout + result.stderr)
                self.assertEqual("here" in result.stdout, there)
        self.assertEqual(self.ssh("ls -A other/.mlflow", host="HPC").stdout, "credentials\n")
        self.ssh("rm -rf .mlflow", host="HPC")

    def test_home_names(self):
        home = self.env["LAB_HPC_HOME"]
        for options, name in (("--no-home", home), ("--containall", home), (f"--home {home}:/srv/me", "/srv/me")):
            with self.subTest(options=options):
                self.assertEqual(self.run_in(options, "echo $HOME").stdout.strip(), name)

    def test_environment(self):
        for options, value in (("", "outer"), ("--containall", ""), ("--containall --env WORD=inner", "inner")):
            with self.subTest(options=options):
                result = self.ssh(f"WORD=outer singularity exec {options} {self.env['LAB_IMAGE']} sh -c 'echo $WORD'", host="HPC")
                self.assertEqual(result.stdout.strip(), value)

    def test_mounts(self):
        self.ssh("mkdir -p data && echo inside > data/file", host="HPC")
        self.addCleanup(self.ssh, "rm -rf data", host="HPC")
        home = self.env["LAB_HPC_HOME"]
        for target in ("/rayhelm/deep/place", "/run/secrets/place", "/etc/rayhelm", "/mnt"):
            with self.subTest(target=target):
                result = self.run_in(f"--containall --bind {home}/data:{target}:ro", f"cat {target}/file; touch {target}/new")
                self.assertEqual(result.stdout, "inside\n")
                self.assertIn("Read-only file system", result.stderr)
        missing = self.run_in("--bind /ceph-is-not-here", "true")
        self.assertEqual(missing.returncode, 255)
        self.assertIn("mount source /ceph-is-not-here doesn't exist", missing.stderr)

    def test_missing_image(self):
        result = self.run_in("", "true", image="/no/such:sif")
        self.assertEqual(result.returncode, 255)
        self.assertIn("FATAL:   could not open image /no/such:sif: failed to retrieve path", result.stderr)

    def test_pull(self):
        repository = "docker://ghcr.io/intertwin-eu/hython-itwinai-plugin"
        pull = "cd {} && LAB_PULL_SECONDS=0.2 singularity pull {} pulled:sif {}"
        images = self.env["LAB_IMAGE_DIR"]
        self.addCleanup(self.ssh, f"rm -f {images}/pulled:sif", host="HPC")
        cases = (("", f"{repository}:latest", 0, "Creating SIF file"),
                 ("", f"{repository}:latest", 255, "will not overwrite"),
                 ("--force", f"{repository}:latest", 0, "100 %"),
                 ("--force", f"{repository}:nope", 255, "manifest unknown"),
                 ("--force", "docker://ghcr.io/no/such:latest", 255, "denied"))
        for options, address, code, text in cases:
            with self.subTest(options=options, address=address):
                result = self.ssh(pull.format(images, options, address), host="HPC")
                self.assertEqual(result.returncode, code, result.stderr)
                self.assertIn(text, result.stderr)
